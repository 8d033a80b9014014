using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>The embedded engine in memory as it is used.</summary>
public sealed class InMemoryConformanceTests : OrchestrationEngineConformance
{
    protected override async Task<IEngineUnderTest> CreateEngineAsync(DurableRegistry registry) =>
        await EmbeddedEngineUnderTest.StartAsync(registry, new EngineOptions());
}
