using CallFlows.Calls;

namespace CallFlows.CrashTests.Flows;

/// <summary>Says three things, with time between them.</summary>
public sealed class AnnouncementLine : RecordedLine
{
    private protected override async Task<string> ServeAsync(Call call)
    {
        await SayAsync(call, Words.Welcome);
        await call.Flow.DelayAsync(TimeSpan.FromSeconds(20));
        await SayAsync(call, Words.Second);
        await SayAsync(call, Words.Third);
        return Outcomes.Announced;
    }
}
