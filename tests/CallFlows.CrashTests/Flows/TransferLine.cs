using CallFlows.Calls;

namespace CallFlows.CrashTests.Flows;

/// <summary>Hands the caller over to somebody else.</summary>
public sealed class TransferLine : RecordedLine
{
    private protected override async Task<string> ServeAsync(Call call)
    {
        await SayAsync(call, Words.OneMoment);
        TransferResult result = await call.TransferAsync(Colleagues.Of(call.From));
        return result.Accepted ? Outcomes.Transferred : $"not transferred: {result.Outcome}";
    }
}
