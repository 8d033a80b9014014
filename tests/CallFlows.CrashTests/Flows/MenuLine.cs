using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Recognition;

namespace CallFlows.CrashTests.Flows;

/// <summary>Asks what the caller wants to hear.</summary>
public sealed class MenuLine : RecordedLine
{
    private protected override async Task<string> ServeAsync(Call call)
    {
        Choice choice = await call.AskAsync(Menu.Say(Words.Question).Option(Outcomes.News, Tone.One).Option(Outcomes.Weather, Tone.Two));
        if (!choice.Given)
        {
            return $"no choice: {choice.Outcome}";
        }

        await SayAsync(call, choice.Is(Outcomes.News) ? Words.News : Words.Weather);
        return choice.Option;
    }
}
