namespace CallFlows.Engine.Instances;

/// <summary>
/// The instances in memory that wait, in the order they ran last. Those there is no room for, and those to which nothing has happened for a
/// while, are dropped. One timer serves all of them, and it stands still while nobody waits.
/// </summary>
internal sealed class WaitingRunners : IDisposable
{
    private readonly Lock _gate = new();
    private readonly RunnerLine _line = new();
    private readonly EngineOptions _options;
    private readonly ITimer _clock;
    private long _bytes;
    private bool _isArmed;

    public WaitingRunners(EngineOptions options)
    {
        _options = options;
        _clock = options.RealTime.CreateTimer(
            static waiting => ((WaitingRunners)waiting!).DropIdle(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _line.Count;
            }
        }
    }

    /// <summary>About how much memory they take.</summary>
    public long Bytes
    {
        get
        {
            lock (_gate)
            {
                return _bytes;
            }
        }
    }

    /// <summary>Puts a runner at the end of the line, and drops those at its front beyond the bounds.</summary>
    /// <param name="runner">The runner.</param>
    /// <param name="bytes">About how much memory it takes.</param>
    /// <param name="isOpen">Whether it has not been closed meanwhile.</param>
    public void Add(InstanceRunner runner, long bytes, Predicate<InstanceRunner> isOpen)
    {
        List<InstanceRunner>? tooMany = null;
        lock (_gate)
        {
            Leave(runner);
            if (isOpen(runner))
            {
                runner.Bytes = bytes;
                runner.WaitsSince = _options.RealTime.GetTimestamp();
                _line.AddLast(runner);
                _bytes += bytes;
            }

            while (_line.Count > _options.MaxLiveExecutions || (_bytes > _options.MaxLiveExecutionBytes && _line.Count > 1))
            {
                (tooMany ??= []).Add(TakeFirst());
            }

            SetClock();
        }

        Drop(tooMany);
    }

    public void Remove(InstanceRunner runner)
    {
        lock (_gate)
        {
            Leave(runner);
            SetClock();
        }
    }

    public void Dispose() => _clock.Dispose();

    private void DropIdle()
    {
        List<InstanceRunner> idle = [];
        lock (_gate)
        {
            _isArmed = false;
            while (_line.First is { } first && TimeLeft(first) <= TimeSpan.Zero)
            {
                idle.Add(TakeFirst());
            }

            SetClock();
        }

        Drop(idle);
    }

    // Not under the lock, as runners take theirs first. One that runs just now comes back to the end of the line by itself.
    private static void Drop(List<InstanceRunner>? runners) => runners?.ForEach(runner => runner.TryDrop());

    private InstanceRunner TakeFirst()
    {
        InstanceRunner first = _line.First!;
        Leave(first);
        return first;
    }

    private void Leave(InstanceRunner runner)
    {
        if (_line.Remove(runner))
        {
            _bytes -= runner.Bytes;
        }
    }

    private void SetClock()
    {
        if (_options.LiveExecutionIdleTime == Timeout.InfiniteTimeSpan || _isArmed == (_line.First is not null))
        {
            return;
        }

        _isArmed = !_isArmed;
        TimeSpan wait = Timeout.InfiniteTimeSpan;
        if (_line.First is { } first)
        {
            // A little late is early enough: many are dropped at a time.
            TimeSpan shortest = _options.LiveExecutionIdleTime / 8;
            wait = TimeLeft(first);
            wait = wait < shortest ? shortest : wait;
        }

        _clock.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan TimeLeft(InstanceRunner runner) =>
        _options.LiveExecutionIdleTime - _options.RealTime.GetElapsedTime(runner.WaitsSince);
}
