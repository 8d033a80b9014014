using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>
/// What every engine behind the port must do. Derive one class for each engine. The virtual tests are those that Durable Functions answers in a way of
/// its own; whoever overrides one says there what holds instead.
/// </summary>
public abstract partial class OrchestrationEngineConformance : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private DurableRegistry _registry = new();
    private IEngineUnderTest? _engine;

    /// <summary>The engine, once <see cref="StartEngineAsync"/> was called.</summary>
    protected IEngineUnderTest Engine => _engine ?? throw new InvalidOperationException("Call StartEngineAsync first.");

    protected IOrchestrationClient Client => Engine.Client;

    /// <summary>The largest payload the engine takes, in bytes.</summary>
    protected virtual int MaxPayloadBytes => 1024 * 1024;

    /// <summary>How many characters an instance id has at most.</summary>
    protected virtual int MaxInstanceIdLength => 256;

    /// <summary>In which order two branches go on that both yield: an engine has a queue for what is ready, or runs it where it becomes so.</summary>
    protected virtual string OrderAfterYield => "a1 b1 a2 b2";

    private string LongestId => new('x', MaxInstanceIdLength);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public virtual async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Makes an engine that runs what the registry holds, starts it, and gives the means to drive it.</summary>
    protected abstract Task<IEngineUnderTest> CreateEngineAsync(DurableRegistry registry);

    private async Task StartEngineAsync() => _engine = await CreateEngineAsync(_registry);

    /// <summary>Goes on with the next engine over the same store; it runs what <paramref name="register"/> adds, and nothing else.</summary>
    protected async Task RestartEngineAsync(Action register)
    {
        _registry = new DurableRegistry();
        register();
        await Engine.RestartAsync(_registry);
    }

    protected void Orchestrator(string name, Func<OrchestrationContext, Task<object?>> code, int version = 1) =>
        _registry.AddOrchestrator(name, async context => Payload.FromObject(await code(context)), version: version);

    protected void Activity(string name, Func<ActivityContext, object?> code) =>
        _registry.AddActivity(name, (context, _) => Task.FromResult(Payload.FromObject(code(context))));

    protected void Activity(string name, Func<ActivityContext, CancellationToken, Task<object?>> code) =>
        _registry.AddActivity(name, async (context, stopping) => Payload.FromObject(await code(context, stopping)));

    /// <summary>Starts the orchestrator 'flow' and lets it come to rest.</summary>
    protected async Task StartFlowAsync(object? input = null, string id = "one")
    {
        if (_engine is null)
        {
            await StartEngineAsync();
        }

        (await Client.StartIfAbsentAsync("flow", id, Payload.FromObject(input))).Should().BeTrue();
        await Engine.SettleAsync();
    }

    protected async Task RaiseAsync(string name, object? data = null, string? eventId = null, string id = "one")
    {
        RaiseEventResult result = await Client.RaiseEventAsync(
            id, name, eventId ?? Guid.NewGuid().ToString(), Payload.FromObject(data));
        result.Should().Be(RaiseEventResult.Accepted);
        await Engine.SettleAsync();
    }

    protected async Task<OrchestrationState> StateAsync(string id = "one")
    {
        OrchestrationState? state = await Client.GetAsync(id);
        state.Should().NotBeNull("instance '{0}' was started", id);
        return state!;
    }

    protected async Task<T?> ResultAsync<T>(string id = "one")
    {
        OrchestrationState state = await Client.WaitForCompletionAsync(id).WaitAsync(Guard);
        state.Status.Should().Be(OrchestrationStatus.Completed, "it failed with {0}", state.Failure?.Message);
        return state.Output.To<T>();
    }

    protected async Task<FailureDetails> FailureAsync(string id = "one")
    {
        OrchestrationState state = await Client.WaitForCompletionAsync(id).WaitAsync(Guard);
        state.Status.Should().Be(OrchestrationStatus.Failed);
        state.Failure.Should().NotBeNull();
        return state.Failure!;
    }
}
