using CallFlows.Calls;

namespace CallFlows.CrashTests.Flows;

/// <summary>Brings somebody else into the call.</summary>
public sealed class ConferenceLine : RecordedLine
{
    private protected override async Task<string> ServeAsync(Call call)
    {
        Invited invited = await call.AddParticipantAsync(Colleagues.Of(call.From));
        if (!invited.Joined)
        {
            return $"not joined: {invited.Outcome}";
        }

        await SayAsync(call, Words.Joined);
        return Outcomes.Joined;
    }
}
