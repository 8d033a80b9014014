using CallFlows.Durable;
using CallFlows.Engine.Store;
using CallFlows.Engine.Tests.Conformance;
using CallFlows.Engine.Tests.Time;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>What tests of the embedded engine share: a registry, a store and a clock that outlive an engine.</summary>
public abstract class EmbeddedEngineTest : IAsyncDisposable
{
    protected static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly List<EmbeddedEngineUnderTest> _engines = [];

    protected DurableRegistry Registry { get; set; } = new();

    internal IOrchestrationStore Store { get; set; } = new InMemoryStore();

    protected ManualTimeProvider Clock { get; } = new();

    protected EmbeddedEngineUnderTest Engine => _engines[^1];

    protected IOrchestrationClient Client => Engine.Client;

    public async ValueTask DisposeAsync()
    {
        foreach (EmbeddedEngineUnderTest engine in _engines)
        {
            await engine.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Starts an engine, or the next one, over the same store.</summary>
    protected async Task StartEngineAsync(EngineOptions? options = null) =>
        _engines.Add(await EmbeddedEngineUnderTest.StartAsync(Registry, options ?? new EngineOptions(), Store, Clock));

    protected void Orchestrator(string name, Func<OrchestrationContext, Task<object?>> code, Type? codeType = null) =>
        Registry.AddOrchestrator(name, async context => Payload.FromObject(await code(context)), codeType);

    protected void Activity(string name, Func<ActivityContext, object?> code) =>
        Registry.AddActivity(name, (context, _) => Task.FromResult(Payload.FromObject(code(context))));

    protected async Task StartFlowAsync(object? input = null, string id = "one")
    {
        (await Client.StartIfAbsentAsync("flow", id, Payload.FromObject(input))).Should().BeTrue();
        await Engine.SettleAsync();
    }

    protected async Task RaiseAsync(string name, object? data = null, string? eventId = null, string id = "one")
    {
        RaiseEventResult result = await Client.RaiseEventAsync(id, name, eventId ?? Guid.NewGuid().ToString(), Payload.FromObject(data));
        result.Should().Be(RaiseEventResult.Accepted);
        await Engine.SettleAsync();
    }

    protected async Task<OrchestrationState> StateAsync(string id = "one") => (await Client.GetAsync(id))!;

    protected async Task<FailureDetails> FailureAsync(string id = "one")
    {
        OrchestrationState state = await Client.WaitForCompletionAsync(id).WaitAsync(Guard);
        state.Status.Should().Be(OrchestrationStatus.Failed);
        return state.Failure!;
    }

    protected async Task<string> HistoryAsync(string id = "one") => HistoryText.Of((await Engine.Engine.GetHistoryAsync(id))!);
}
