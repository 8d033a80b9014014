using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>The embedded engine when only one waiting execution stays in memory.</summary>
public sealed class OneLiveExecutionConformanceTests : OrchestrationEngineConformance
{
    protected override async Task<IEngineUnderTest> CreateEngineAsync(DurableRegistry registry) =>
        await EmbeddedEngineUnderTest.StartAsync(registry, new EngineOptions { MaxLiveExecutions = 1 });
}
