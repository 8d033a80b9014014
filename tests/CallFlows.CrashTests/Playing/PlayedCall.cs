using CallFlows.Emulator.Phones;

namespace CallFlows.CrashTests.Playing;

/// <summary>A call under way, or over.</summary>
internal sealed record PlayedCall(PlannedCall Plan, VirtualPhone Phone, PhoneRun Run, PhoneRun? ColleagueRun)
{
    public Task Over => ColleagueRun is null ? Run.Completion : Task.WhenAll(Run.Completion, ColleagueRun.Completion);
}
