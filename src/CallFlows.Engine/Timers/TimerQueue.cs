using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Timers;

/// <summary>
/// All durable timers over one timer of the clock. Holds the timers due next, within a window; the others stay in the store until their
/// time comes, so that an instance that sleeps costs no memory.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private const int DefaultWindow = 10_000;

    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(1);

    private readonly EngineServices _engine;
    private readonly Lock _gate = new();
    private readonly TimerHeap _heap = new();
    private readonly TimersByInstance _byInstance = new();
    private readonly HashSet<TaskKey> _fired = [];
    private readonly ITimer _clock;
    private readonly int _window;
    // While the store is read: whether its answer knows of these changes can't be said.
    private TimerChanges? _meanwhile = new();
    private DateTimeOffset? _until;
    private DateTimeOffset? _armedFor;
    private int _trimAbove;
    private long _added;
    private bool _isStopped;

    /// <param name="engine">The engine.</param>
    /// <param name="window">How many timers are read at a time; up to twice as many are held.</param>
    public TimerQueue(EngineServices engine, int window = DefaultWindow)
    {
        _engine = engine;
        _window = window;
        _trimAbove = 2 * window;
        _clock = engine.Options.TimeProvider.CreateTimer(
            static queue => ((TimerQueue)queue!).OnClock(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>How many timers are in memory.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _heap.Count;
            }
        }
    }

    // Not before most of what has fired is committed: the store would answer with the same timers again.
    private bool MayRead => _meanwhile is null && _fired.Count <= _window / 2;

    /// <summary>Takes in the timers of the store that are due next. Called once; timers that are added before are kept until then.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        TimerWindow window = await _engine.Store.ReadTimersAsync(_window, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            TakeIn(window);
        }

        FireDue();
    }

    public void Add(TimerRecord timer)
    {
        bool isDue = timer.FireAt <= _engine.Now;
        lock (_gate)
        {
            if (isDue)
            {
                _fired.Add(timer.Key);
            }
            else if (_meanwhile is { } changes)
            {
                changes.Add(timer);
            }
            else
            {
                AddEntry(timer);
                Trim();
                Arm();
            }
        }

        if (isDue)
        {
            _engine.Send(timer.Key.InstanceId, new TimerDue(timer.Key));
        }
    }

    /// <summary>Lets a timer go that has fired for good, or was cancelled.</summary>
    public void Remove(TaskKey key)
    {
        lock (_gate)
        {
            _meanwhile?.Remove(key);
            bool hasFired = _fired.Remove(key);
            if (_byInstance.Find(key) is { } found)
            {
                RemoveEntry(found);
                Arm();
            }
            else if (hasFired)
            {
                Arm();
            }
        }
    }

    /// <summary>Lets all timers of an instance go.</summary>
    public void RemoveAll(string instanceId)
    {
        lock (_gate)
        {
            _meanwhile?.RemoveAll(instanceId);
            TimerEntry? first = _byInstance.TakeAll(instanceId);
            for (TimerEntry? entry = first; entry is not null; entry = entry.NextOfInstance)
            {
                _heap.Remove(entry);
            }

            if (first is not null)
            {
                Arm();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
        }

        _clock.Dispose();
    }

    private void OnClock()
    {
        // Busy before anything else: a virtual clock must not move on while due timers are handed out.
        _engine.Tracker.Enter();
        try
        {
            FireDue();
        }
        finally
        {
            _engine.Tracker.Exit();
        }
    }

    private void FireDue()
    {
        List<TimerEntry> due = [];
        bool read;
        lock (_gate)
        {
            if (_isStopped)
            {
                return;
            }

            _armedFor = null;
            DateTimeOffset now = _engine.Now;
            while (_heap.First is { } first && first.FireAt <= now)
            {
                RemoveEntry(first);
                _fired.Add(first.Key);
                due.Add(first);
            }

            read = _until <= now && MayRead;
            if (read)
            {
                _meanwhile = new TimerChanges();
            }

            Arm();
        }

        foreach (TimerEntry entry in due)
        {
            _engine.Send(entry.Key.InstanceId, new TimerDue(entry.Key));
        }

        if (read)
        {
            _engine.Tracker.Enter();
            _ = ReadNextAsync();
        }
    }

    private async Task ReadNextAsync()
    {
        TimerWindow window;
        try
        {
            window = await _engine.Store.ReadTimersAsync(_window, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error)
        {
            Log.TimersUnread(_engine.Logger, error);
            window = new TimerWindow([], _engine.Now + ReadAgainAfter);
        }

        lock (_gate)
        {
            TakeIn(window);
        }

        FireDue();
        _engine.Tracker.Exit();
    }

    private void TakeIn(TimerWindow window)
    {
        TimerChanges changes = _meanwhile!;
        _meanwhile = null;
        _until = window.Until;
        foreach (TimerRecord timer in window.Timers)
        {
            if (!changes.Outdates(timer.Key))
            {
                AddEntry(timer);
            }
        }

        foreach (TimerRecord timer in changes.Added)
        {
            AddEntry(timer);
        }

        Trim();
    }

    private void AddEntry(TimerRecord timer)
    {
        if (timer.FireAt >= _until || _fired.Contains(timer.Key) || _byInstance.Find(timer.Key) is not null)
        {
            return;
        }

        TimerEntry entry = new(timer.Key, timer.FireAt, _added++);
        _heap.Add(entry);
        _byInstance.Add(entry);
    }

    /// <summary>Leaves to the store what is due last when there is too much.</summary>
    private void Trim()
    {
        if (_heap.Count <= _trimAbove)
        {
            return;
        }

        IReadOnlyList<TimerEntry> dropped = _heap.TrimTo(_window);
        foreach (TimerEntry entry in dropped)
        {
            _byInstance.Remove(entry);
        }

        _until = dropped.Count > 0 ? dropped[0].FireAt : _until;
        // More only when very many are due at one time.
        _trimAbove = Math.Max(2 * _window, _heap.Count + _window);
    }

    private void RemoveEntry(TimerEntry entry)
    {
        _heap.Remove(entry);
        _byInstance.Remove(entry);
    }

    private void Arm()
    {
        DateTimeOffset? next = _heap.First?.FireAt;
        if (_until is { } until && MayRead && (next is null || until < next))
        {
            next = until;
        }

        if (_isStopped || next == _armedFor)
        {
            return;
        }

        _armedFor = next;
        _clock.Change(ClockWait.Until(next, _engine.Now), Timeout.InfiniteTimeSpan);
    }
}
