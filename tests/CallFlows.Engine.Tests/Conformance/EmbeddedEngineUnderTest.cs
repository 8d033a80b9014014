using CallFlows.Durable;
using CallFlows.Engine.Store;
using CallFlows.Engine.Tests.Time;

namespace CallFlows.Engine.Tests.Conformance;

/// <summary>The embedded engine on a manual clock.</summary>
public sealed class EmbeddedEngineUnderTest : IEngineUnderTest
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly ManualTimeProvider _clock;
    private TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private EmbeddedEngineUnderTest(DurableRegistry registry, EngineOptions options, IOrchestrationStore store, ManualTimeProvider clock)
    {
        _clock = clock;
        _idle.SetResult();
        Engine = new OrchestrationEngine(registry, options with { TimeProvider = clock, OnBusy = OnBusy, OnIdle = OnIdle }, store);
    }

    public OrchestrationEngine Engine { get; }

    public IOrchestrationClient Client => Engine;

    public DateTimeOffset Now => _clock.GetUtcNow();

    internal static async Task<EmbeddedEngineUnderTest> StartAsync(
        DurableRegistry registry, EngineOptions options, IOrchestrationStore? store = null, ManualTimeProvider? clock = null)
    {
        EmbeddedEngineUnderTest started = new(registry, options, store ?? new InMemoryStore(), clock ?? new ManualTimeProvider());
        await started.Engine.StartAsync();
        return started;
    }

    public Task SettleAsync()
    {
        lock (_gate)
        {
            return _idle.Task.WaitAsync(Guard);
        }
    }

    public async Task AdvanceAsync(TimeSpan time)
    {
        await SettleAsync();
        DateTimeOffset target = Now + time;
        while (_clock.NextDue is { } due && due <= target)
        {
            _clock.MoveTo(due);
            await SettleAsync();
        }

        _clock.MoveTo(target);
        await SettleAsync();
    }

    public Task DropLiveExecutionsAsync()
    {
        Engine.DropLiveExecutions();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => Engine.DisposeAsync();

    private void OnBusy()
    {
        lock (_gate)
        {
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private void OnIdle()
    {
        lock (_gate)
        {
            _idle.SetResult();
        }
    }
}
