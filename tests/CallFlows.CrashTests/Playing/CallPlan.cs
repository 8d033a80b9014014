using CallFlows.CrashTests.Flows;
using CallFlows.Emulator.Phones;

namespace CallFlows.CrashTests.Playing;

/// <summary>Makes up calls.</summary>
internal static class CallPlan
{
    public static PlannedCall Make(int index, Random random)
    {
        string caller = Colleagues.CallerNumber(index);
        return (index % 6) switch
        {
            0 => Menu(caller, random),
            1 => Story(caller, random),
            2 => Announcement(caller),
            3 => Transfer(caller, random),
            4 => Conference(caller, random),
            _ => Queue(caller),
        };
    }

    private static PlannedCall Menu(string caller, Random random)
    {
        bool news = random.Next(2) == 0;
        string answer = news ? Words.News : Words.Weather;
        PhoneScript script = PhoneScript.Create().Calls(Lines.Menu)
            .Hears(Words.Question).WaitsFor(Seconds(random, 4)).Presses(news ? "1" : "2").Hears(answer).WaitsForHangUp();
        return new PlannedCall("menu", caller, script, news ? Outcomes.News : Outcomes.Weather, [Words.Question, answer]);
    }

    private static PlannedCall Story(string caller, Random random)
    {
        PhoneScript script = PhoneScript.Create().Calls(Lines.Story).WaitsFor(Seconds(random, 50)).HangsUp();
        return new PlannedCall("hang-up", caller, script, Outcomes.Ended, [Words.Story]) { MayHearLess = true };
    }

    private static PlannedCall Announcement(string caller)
    {
        PhoneScript script = PhoneScript.Create().Calls(Lines.Announcement)
            .Hears(Words.Welcome).Hears(Words.Second).Hears(Words.Third).WaitsForHangUp();
        return new PlannedCall("announcement", caller, script, Outcomes.Announced, [Words.Welcome, Words.Second, Words.Third]);
    }

    private static PlannedCall Transfer(string caller, Random random)
    {
        PhoneScript script = PhoneScript.Create().Calls(Lines.Transfer).Hears(Words.OneMoment).WaitsForHangUp();
        return new PlannedCall("transfer", caller, script, Outcomes.Transferred, [Words.OneMoment])
        {
            Colleague = Colleagues.NumberOf(caller),
            ColleagueScript = PhoneScript.Create().Answers(Seconds(random, 10)).WaitsFor(Seconds(random, 20)).HangsUp(),
        };
    }

    private static PlannedCall Conference(string caller, Random random)
    {
        PhoneScript script = PhoneScript.Create().Calls(Lines.Conference).Hears(Words.Joined).WaitsForHangUp();
        return new PlannedCall("conference", caller, script, Outcomes.Joined, [Words.Joined])
        {
            Colleague = Colleagues.NumberOf(caller),
            ColleagueScript = PhoneScript.Create().Answers(Seconds(random, 10)).Hears(Words.Joined).WaitsForHangUp(),
        };
    }

    private static PlannedCall Queue(string caller)
    {
        string[] places = [.. Words.Places.Reverse()];
        PhoneScript script = places.Aggregate(PhoneScript.Create().Calls(Lines.Queue), (sofar, words) => sofar.Hears(words)).WaitsForHangUp();
        return new PlannedCall("queue", caller, script, Outcomes.Served, places);
    }

    private static TimeSpan Seconds(Random random, double most) => TimeSpan.FromSeconds(random.NextDouble() * most);
}
