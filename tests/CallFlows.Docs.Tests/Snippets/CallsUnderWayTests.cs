using CallFlows.Samples;
using CallFlows.Testing.Replay;

namespace CallFlows.Docs.Tests.Snippets;

public sealed class CallsUnderWayTests
{
    [Fact]
    public void Flows_OverRecordedCalls_TakeTheSamePath() =>
        ReplayGate.For(flows => flows.AddSamples()).Check("Histories");
}
