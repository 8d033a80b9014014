using CallFlows.Durable;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;
using CallFlows.Engine.Tests.Time;
using CallFlows.Engine.Timers;
using Microsoft.Extensions.Logging.Abstractions;

namespace CallFlows.Engine.Tests.Timers;

/// <summary>The queue holds a window of the store's timers and reads on when it is used up.</summary>
public sealed class TimerQueueTests : IDisposable
{
    private readonly ManualTimeProvider _clock = new();
    private readonly WindowedStore _store = new();
    private readonly List<int> _fired = [];
    private readonly TimerQueue _queue;

    public TimerQueueTests()
    {
        EngineOptions options = new() { TimeProvider = _clock };
        _queue = new TimerQueue(new EngineServices(new DurableRegistry(), options, _store, new WorkTracker(null, null), NullLogger.Instance)
        {
            Send = (_, message) => _fired.Add(((TimerDue)message).Key.TaskId),
        });
    }

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task Window_UsedUp_IsReadAgain()
    {
        _store.Add(Timer(1, 10), Timer(2, 20), Timer(3, 30));
        await _queue.LoadAsync(CancellationToken.None);

        while (_clock.NextDue is { } due)
        {
            _clock.MoveTo(due);
        }

        _fired.Should().Equal(1, 2, 3);
        _store.Reads.Should().BeGreaterThan(1);
    }

    [Fact]
    public async Task TimerBeyondTheWindow_StaysInTheStore()
    {
        _store.Add(Timer(1, 10), Timer(2, 20));
        await _queue.LoadAsync(CancellationToken.None);
        TimerRecord late = Timer(3, 15);
        _store.Add(late);
        _queue.Add(late);

        while (_clock.NextDue is { } due)
        {
            _clock.MoveTo(due);
        }

        _fired.Should().Equal(1, 3, 2);
    }

    [Fact]
    public async Task RemovedTimers_DoNotFire()
    {
        await _queue.LoadAsync(CancellationToken.None);
        _queue.Add(Timer(1, 10));
        _queue.Add(Timer(2, 20));
        _queue.Add(Timer(3, 30));

        _queue.Remove(new TaskKey("one", 1, 2));
        _clock.MoveTo(_clock.GetUtcNow().AddSeconds(20));
        _queue.RemoveAll("one");
        _clock.MoveTo(_clock.GetUtcNow().AddSeconds(20));

        _fired.Should().Equal(1);
        _clock.NextDue.Should().BeNull();
    }

    private TimerRecord Timer(int id, int seconds) => new(new TaskKey("one", 1, id), _clock.GetUtcNow().AddSeconds(seconds));

    /// <summary>Gives one timer at a time; what it has given it forgets, as if it had fired.</summary>
    private sealed class WindowedStore : IOrchestrationStore
    {
        private readonly List<TimerRecord> _timers = [];

        public int Reads { get; private set; }

        public void Add(params TimerRecord[] timers) => _timers.AddRange(timers);

        public ValueTask<TimerWindow> ReadTimersAsync(int limit, CancellationToken cancellationToken)
        {
            Reads++;
            _timers.Sort((one, other) => one.FireAt.CompareTo(other.FireAt));
            List<TimerRecord> given = _timers.Take(1).ToList();
            given.ForEach(timer => _timers.Remove(timer));
            return ValueTask.FromResult(new TimerWindow(given, _timers.Count > 0 ? given[0].FireAt.AddTicks(1) : null));
        }

        public ValueTask OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public long NextNumber() => throw new NotSupportedException();

        public ValueTask<InstanceSnapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask CommitAsync(TurnCommit commit, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<InstanceRecord?> GetAsync(string instanceId, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<HistoryEvent>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<string>> ReadNamesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<EndedInstance>> ReadEndedAsync(string name, int limit, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<IReadOnlyList<ActivityWork>> ReadActivitiesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
