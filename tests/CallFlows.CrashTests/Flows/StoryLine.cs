using CallFlows.Calls;

namespace CallFlows.CrashTests.Flows;

/// <summary>Tells a story that nobody listens to until its end.</summary>
public sealed class StoryLine : RecordedLine
{
    private protected override async Task<string> ServeAsync(Call call)
    {
        await SayAsync(call, Words.Story);
        return "heard out";
    }
}
