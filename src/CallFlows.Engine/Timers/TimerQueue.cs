using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Timers;

/// <summary>
/// All durable timers over one timer of the clock. Holds the timers due next; those beyond a bound stay in the store until their time
/// comes near.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private const int Window = 10_000;

    // A clock's timer takes about 49 days at most; years are waited for in steps.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(1);

    private readonly EngineServices _engine;
    private readonly Lock _gate = new();
    private readonly TimerHeap _heap = new();
    private readonly Dictionary<string, List<TimerEntry>> _byInstance = new(StringComparer.Ordinal);
    private readonly ITimer _clock;
    private DateTimeOffset? _until;
    private DateTimeOffset? _armedFor;
    private long _added;
    private bool _isReading;
    private bool _isStopped;

    public TimerQueue(EngineServices engine)
    {
        _engine = engine;
        _clock = engine.Options.TimeProvider.CreateTimer(
            static queue => ((TimerQueue)queue!).OnClock(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Takes in the timers of the store.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        TimerWindow window = await _engine.Store.ReadTimersAsync(Window, cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            _until = window.Until;
            foreach (TimerRecord timer in window.Timers)
            {
                AddEntry(timer);
            }
        }

        FireDue();
    }

    public void Add(TimerRecord timer)
    {
        if (timer.FireAt <= _engine.Now)
        {
            _engine.Send(timer.Key.InstanceId, new TimerDue(timer.Key));
            return;
        }

        lock (_gate)
        {
            if (_until is null || timer.FireAt < _until)
            {
                AddEntry(timer);
                Arm();
            }
        }
    }

    public void Remove(TaskKey key)
    {
        lock (_gate)
        {
            if (_byInstance.TryGetValue(key.InstanceId, out List<TimerEntry>? entries)
                && entries.Find(entry => entry.Key == key) is { } found)
            {
                RemoveEntry(found);
                Arm();
            }
        }
    }

    public void RemoveAll(string instanceId)
    {
        lock (_gate)
        {
            if (_byInstance.Remove(instanceId, out List<TimerEntry>? entries))
            {
                entries.ForEach(_heap.Remove);
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
                due.Add(first);
            }

            read = _until <= now && !_isReading;
            _isReading |= read;
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
        try
        {
            TimerWindow window = await _engine.Store.ReadTimersAsync(Window, CancellationToken.None).ConfigureAwait(false);
            lock (_gate)
            {
                _until = window.Until;
                foreach (TimerRecord timer in window.Timers)
                {
                    if (!IsKnown(timer.Key))
                    {
                        AddEntry(timer);
                    }
                }
            }
        }
        catch (Exception error)
        {
            Log.TimersUnread(_engine.Logger, error);
            lock (_gate)
            {
                _until = _engine.Now + ReadAgainAfter;
            }
        }
        finally
        {
            lock (_gate)
            {
                _isReading = false;
            }

            FireDue();
            _engine.Tracker.Exit();
        }
    }

    private bool IsKnown(TaskKey key) =>
        _byInstance.TryGetValue(key.InstanceId, out List<TimerEntry>? entries) && entries.Exists(entry => entry.Key == key);

    private void AddEntry(TimerRecord timer)
    {
        TimerEntry entry = new(timer.Key, timer.FireAt, _added++);
        _heap.Add(entry);
        if (!_byInstance.TryGetValue(timer.Key.InstanceId, out List<TimerEntry>? entries))
        {
            _byInstance.Add(timer.Key.InstanceId, entries = []);
        }

        entries.Add(entry);
    }

    private void RemoveEntry(TimerEntry entry)
    {
        _heap.Remove(entry);
        List<TimerEntry> entries = _byInstance[entry.Key.InstanceId];
        entries.Remove(entry);
        if (entries.Count == 0)
        {
            _byInstance.Remove(entry.Key.InstanceId);
        }
    }

    private void Arm()
    {
        DateTimeOffset? next = _heap.First?.FireAt;
        if (_until is { } until && !_isReading && (next is null || until < next))
        {
            next = until;
        }

        if (_isStopped || next == _armedFor)
        {
            return;
        }

        _armedFor = next;
        TimeSpan wait = next is null ? Timeout.InfiniteTimeSpan : next.Value - _engine.Now;
        if (next is not null)
        {
            wait = wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait;
        }

        _clock.Change(wait, Timeout.InfiniteTimeSpan);
    }
}
