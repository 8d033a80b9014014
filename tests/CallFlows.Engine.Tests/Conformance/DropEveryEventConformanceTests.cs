using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>The embedded engine when it forgets every execution after every event, so that all of it is replay.</summary>
public sealed class DropEveryEventConformanceTests : OrchestrationEngineConformance
{
    protected override async Task<IEngineUnderTest> CreateEngineAsync(DurableRegistry registry) =>
        await EmbeddedEngineUnderTest.StartAsync(registry, new EngineOptions { DropAfterEveryEvent = true });
}
