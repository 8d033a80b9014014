using CallFlows.Durable;
using CallFlows.Engine.Store;
using CallFlows.Engine.Tests.Time;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>The embedded engine on a manual clock.</summary>
public sealed class EmbeddedEngineUnderTest : IEngineUnderTest
{
    private readonly ManualTimeProvider _clock;
    private readonly EnginePulse _pulse;
    private readonly EngineOptions _options;
    private readonly Func<IOrchestrationStore> _nextStore;

    private EmbeddedEngineUnderTest(DurableRegistry registry, EngineOptions options, IOrchestrationStore store, Func<IOrchestrationStore>? nextStore, ManualTimeProvider clock)
    {
        _clock = clock;
        _pulse = new EnginePulse(clock);
        _options = options with { TimeProvider = clock, OnBusy = _pulse.OnBusy, OnIdle = _pulse.OnIdle };
        _nextStore = nextStore ?? (() => store);
        Engine = new OrchestrationEngine(registry, _options, store);
    }

    public OrchestrationEngine Engine { get; private set; }

    public IOrchestrationClient Client => Engine;

    public DateTimeOffset Now => _clock.GetUtcNow();

    /// <param name="registry">What it can run.</param>
    /// <param name="options">How it runs; its clock and hooks are set here.</param>
    /// <param name="store">Its store; null for one in memory.</param>
    /// <param name="clock">Its clock; null for one of its own.</param>
    /// <param name="nextStore">Opens what the store holds for a next engine; null to go on with the same object.</param>
    internal static async Task<EmbeddedEngineUnderTest> StartAsync(
        DurableRegistry registry,
        EngineOptions options,
        IOrchestrationStore? store = null,
        ManualTimeProvider? clock = null,
        Func<IOrchestrationStore>? nextStore = null)
    {
        EmbeddedEngineUnderTest started = new(registry, options, store ?? new InMemoryStore(), nextStore, clock ?? new ManualTimeProvider());
        await started.Engine.StartAsync();
        return started;
    }

    public Task SettleAsync() => _pulse.SettleAsync();

    public Task AdvanceAsync(TimeSpan time) => _pulse.AdvanceAsync(time);

    public Task DropLiveExecutionsAsync()
    {
        Engine.DropLiveExecutions();
        return Task.CompletedTask;
    }

    public async Task RestartAsync(DurableRegistry registry)
    {
        await Engine.StopAsync();
        await Engine.DisposeAsync();
        await SettleAsync();
        Engine = new OrchestrationEngine(registry, _options, _nextStore());
        await Engine.StartAsync();
        await SettleAsync();
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();
}
