using CallFlows.Durable;
using CallFlows.Engine.Tests.Conformance;

namespace CallFlows.Functions.Tests.Conformance;

/// <summary>The adapter over executions that stay in memory, as with extended sessions.</summary>
public sealed class LiveDurableFunctionsConformanceTests : DurableFunctionsConformance
{
    protected override async Task<IEngineUnderTest> CreateEngineAsync(DurableRegistry registry) =>
        await DurableFunctionsUnderTest.StartAsync(registry, replay: false);
}
