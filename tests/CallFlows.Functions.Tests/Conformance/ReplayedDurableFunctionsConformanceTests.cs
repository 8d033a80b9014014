using CallFlows.Durable;
using CallFlows.Engine.Tests.Conformance;

namespace CallFlows.Functions.Tests.Conformance;

/// <summary>The adapter with every orchestration replayed after each event, as Durable Functions does by default.</summary>
public sealed class ReplayedDurableFunctionsConformanceTests : DurableFunctionsConformance
{
    protected override async Task<IEngineUnderTest> CreateEngineAsync(DurableRegistry registry) =>
        await DurableFunctionsUnderTest.StartAsync(registry, replay: true);
}
