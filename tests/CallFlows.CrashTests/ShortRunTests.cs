using CallFlows.CrashTests.Judging;
using CallFlows.CrashTests.Playing;

namespace CallFlows.CrashTests;

public sealed class ShortRunTests
{
    /// <summary>A small one of what <c>run</c> does. Real processes and a real clock: nothing else shows what a kill does.</summary>
    [Fact]
    public async Task Application_KilledAgainAndAgain_LosesNothingAndDoesNothingTwice()
    {
        CrashOptions options = new(Calls: 40, Kills: 5, Seed: 20260105, Rate: 5, Speed: 3) { MostCallbacks = 40 };

        Verdict verdict = await new CrashRun(options, _ => { }).RunAsync();

        verdict.Differences.Should().BeEmpty();
    }
}
