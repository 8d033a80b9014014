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
    private const int Window = 4;

    private readonly ManualTimeProvider _clock = new();
    private readonly TimerStore _store = new();
    private readonly List<int> _fired = [];
    private readonly DateTimeOffset _start;
    private bool _turnsAreSlow;
    private readonly TimerQueue _queue;

    public TimerQueueTests()
    {
        _start = _clock.GetUtcNow();
        EngineOptions options = new() { TimeProvider = _clock };
        EngineServices engine = new(new DurableRegistry(), options, _store, new WorkTracker(null, null), NullLogger.Instance)
        {
            Send = (_, message) => Take(((TimerDue)message).Key),
        };
        _queue = new TimerQueue(engine, Window);
    }

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task StoredTimers_BeyondTheWindow_AreReadWhenTheirTimeComes()
    {
        AddStored([.. Enumerable.Range(1, 30)]);

        await _queue.LoadAsync(CancellationToken.None);
        _queue.Count.Should().Be(Window);
        RunToTheEnd();

        _fired.Should().Equal(Enumerable.Range(1, 30));
        _store.Reads.Should().BeInRange(7, 9);
    }

    [Fact]
    public async Task AddedTimers_BeyondTwoWindows_AreLeftToTheStore()
    {
        await _queue.LoadAsync(CancellationToken.None);

        foreach (int seconds in Shuffled(100))
        {
            AddNew(seconds);
            _queue.Count.Should().BeLessThanOrEqualTo(2 * Window);
        }

        RunToTheEnd();

        _fired.Should().Equal(Enumerable.Range(1, 100));
    }

    [Fact]
    public async Task AddedTimers_BeforeTheWindowEnds_FireInBetween()
    {
        AddStored(10, 20, 30, 40, 50);
        await _queue.LoadAsync(CancellationToken.None);

        AddNew(35);
        AddNew(45);
        RunToTheEnd();

        _fired.Should().Equal(10, 20, 30, 35, 40, 45, 50);
    }

    [Fact]
    public async Task Timers_AllDueAtOneTime_StayTogether()
    {
        await _queue.LoadAsync(CancellationToken.None);
        for (int i = 0; i < 50; i++)
        {
            AddNew(10, id: 100 + i);
        }

        AddNew(20);
        AddNew(30);
        RunToTheEnd();

        _fired.Should().HaveCount(52).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Timers_OverdueInGreatNumber_AreReadOnlyAsTurnsGetDone()
    {
        AddStored([.. Enumerable.Range(1, 100)]);
        _clock.MoveTo(_clock.GetUtcNow().AddDays(1));
        _turnsAreSlow = true;

        await _queue.LoadAsync(CancellationToken.None);
        _fired.Should().HaveCount(Window, "the rest would only wait in line");
        _clock.NextDue.Should().BeNull("nothing is to be read until something is done");
        while (_fired.Count < 100)
        {
            _queue.Remove(_store.Take(_fired[^1]));
            _queue.Remove(_store.Take(_fired[^2]));
            RunToTheEnd();
        }

        _fired.Should().OnlyHaveUniqueItems("what has fired and is not committed yet is still in the store");
        _store.Reads.Should().BeLessThan(60);
    }

    [Fact]
    public async Task TimersChanged_WhileTheStoreIsRead_AreNotLostAndNotRevived()
    {
        AddStored(10, 20, 30, 40, 50, 60);
        await _queue.LoadAsync(CancellationToken.None);
        _store.HoldAnswers();
        _clock.MoveTo(_start.AddSeconds(50));
        _clock.MoveTo(_clock.NextDue!.Value);
        AddNew(55);
        AddNew(90);
        _queue.Remove(_store.Take(60));

        await _store.AnswerAsync();
        RunToTheEnd();

        _fired.Should().Equal(10, 20, 30, 40, 50, 55, 90);
    }

    [Fact]
    public async Task StoreThatCantBeRead_IsReadAgain()
    {
        AddStored(1, 2, 3, 4, 5, 6);
        await _queue.LoadAsync(CancellationToken.None);
        _store.FailedReads = 3;

        RunToTheEnd();

        _fired.Should().Equal(1, 2, 3, 4, 5, 6);
    }

    [Fact]
    public async Task RemovedTimers_DoNotFire()
    {
        await _queue.LoadAsync(CancellationToken.None);
        AddNew(10);
        AddNew(20);
        AddNew(30);

        _queue.Remove(_store.Take(20));
        _clock.MoveTo(_clock.GetUtcNow().AddSeconds(20));
        _queue.RemoveAll("one");
        _clock.MoveTo(_clock.GetUtcNow().AddSeconds(20));

        _fired.Should().Equal(10);
        _clock.NextDue.Should().BeNull();
    }

    private static IEnumerable<int> Shuffled(int count) => Enumerable.Range(0, count).Select(i => (i * 37 % count) + 1);

    private void AddStored(params int[] seconds)
    {
        foreach (int due in seconds)
        {
            _store.Add(Timer(due, due));
        }
    }

    private void AddNew(int seconds, int? id = null)
    {
        TimerRecord timer = Timer(id ?? seconds, seconds);
        _store.Add(timer);
        _queue.Add(timer);
    }

    private TimerRecord Timer(int id, int seconds) => new(new TaskKey("one", 1, id), _start.AddSeconds(seconds));

    /// <summary>The turn that takes a due timer in: it is gone from the store, then from the queue.</summary>
    private void Take(TaskKey due)
    {
        _fired.Add(due.TaskId);
        if (!_turnsAreSlow)
        {
            _queue.Remove(_store.Take(due.TaskId));
        }
    }

    private void RunToTheEnd()
    {
        while (_clock.NextDue is { } due)
        {
            _clock.MoveTo(due);
        }
    }
}
