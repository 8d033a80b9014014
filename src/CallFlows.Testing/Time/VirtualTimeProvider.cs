namespace CallFlows.Testing.Time;

/// <summary>
/// A clock that moves only when nothing is left to do: hours of waiting take no time, and every run is the same. Those who work under it
/// say when they are busy (<see cref="Enter"/>, <see cref="Exit"/>); the clock never moves past their work.
/// </summary>
public sealed class VirtualTimeProvider : TimeProvider
{
    /// <summary>How long, in real time, a silent world is given before it is called stalled. Only a failing run ever waits for it.</summary>
    private static readonly TimeSpan StallGrace = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private readonly PriorityQueue<(VirtualTimer Timer, long Version), (DateTimeOffset Due, long Order)> _timers = new();
    private DateTimeOffset _now;
    private long _order;
    private int _busy;
    private TaskCompletionSource _idle = CompletedSource();
    private TaskCompletionSource _busyAgain = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes a clock.</summary>
    /// <param name="start">The time it shows first.</param>
    public VirtualTimeProvider(DateTimeOffset start) => _now = start.ToUniversalTime();

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    /// <inheritdoc/>
    public override long GetTimestamp() => GetUtcNow().Ticks;

    /// <summary>Somebody begins to work: the clock stands still.</summary>
    public void Enter()
    {
        lock (_lock)
        {
            if (_busy++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _busyAgain.TrySetResult();
            }
        }
    }

    /// <summary>Somebody has done their work.</summary>
    /// <exception cref="InvalidOperationException">Nobody was at work.</exception>
    public void Exit()
    {
        lock (_lock)
        {
            if (_busy == 0)
            {
                throw new InvalidOperationException("Exit without Enter: the clock would run ahead of somebody's work.");
            }

            if (--_busy == 0)
            {
                _busyAgain = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _idle.TrySetResult();
            }
        }
    }

    /// <summary>Holds the clock until the result is disposed.</summary>
    public IDisposable Hold()
    {
        Enter();
        return new HeldClock(this);
    }

    /// <summary>Lets time pass, from one timer to the next, until a task has ended.</summary>
    /// <param name="done">What to wait for; its failure is thrown.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="InvalidOperationException">No timer is left and nobody is at work, so the task would never end.</exception>
    public async Task RunUntilAsync(Task done, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(done);
        while (!done.IsCompleted)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.WhenAny(IdleTask(), done).WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!done.IsCompleted && !Step(DateTimeOffset.MaxValue, out _))
            {
                await ThrowIfStalledAsync(done, cancellationToken).ConfigureAwait(false);
            }
        }

        await done.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        VirtualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass, from one timer to the next, until something is so; it is looked at only while nobody is at work.</summary>
    /// <param name="done">What to wait for.</param>
    /// <param name="limit">Gives the time that is not to be passed; asked before each step.</param>
    /// <param name="guard">How long, in real time, anybody may be at work without a pause.</param>
    /// <exception cref="TimeoutException">Somebody has been at work for too long.</exception>
    internal async Task<ClockStop> RunAsync(Func<bool> done, Func<DateTimeOffset> limit, TimeSpan guard)
    {
        while (true)
        {
            Task idle = IdleTask();
            if (!idle.IsCompleted)
            {
                await idle.WaitAsync(guard).ConfigureAwait(false);
                continue;
            }

            if (done())
            {
                return ClockStop.Done;
            }

            if (!Step(limit(), out bool isLate))
            {
                return isLate ? ClockStop.TimeIsUp : ClockStop.Stalled;
            }
        }
    }

    internal void Schedule(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_lock)
        {
            timer.Version++;
            if (dueTime != Timeout.InfiniteTimeSpan)
            {
                _timers.Enqueue((timer, timer.Version), (_now + dueTime, _order++));
            }
        }
    }

    private static TaskCompletionSource CompletedSource()
    {
        TaskCompletionSource source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        source.SetResult();
        return source;
    }

    private Task IdleTask()
    {
        lock (_lock)
        {
            return _idle.Task;
        }
    }

    /// <summary>Moves to the next timer and fires it. False when there is none; true without moving when somebody is at work.</summary>
    /// <param name="limit">The latest time to move to.</param>
    /// <param name="isLate">Whether there is a timer, but after that time.</param>
    private bool Step(DateTimeOffset limit, out bool isLate)
    {
        VirtualTimer timer;
        isLate = false;
        lock (_lock)
        {
            if (_busy > 0)
            {
                return true;
            }

            (VirtualTimer Timer, long Version) next;
            (DateTimeOffset Due, long Order) key;
            do
            {
                if (!_timers.TryDequeue(out next, out key))
                {
                    return false;
                }
            }
            while (!next.Timer.IsCurrent(next.Version));

            if (key.Due > limit)
            {
                _timers.Enqueue(next, key);
                isLate = true;
                return false;
            }

            timer = next.Timer;

            if (key.Due > _now)
            {
                _now = key.Due;
            }
        }

        // Busy while the callback runs, so that what it begins is seen before the clock moves again.
        using (Hold())
        {
            timer.Fire();
        }

        return true;
    }

    private async Task ThrowIfStalledAsync(Task done, CancellationToken cancellationToken)
    {
        Task busyAgain;
        lock (_lock)
        {
            busyAgain = _busy > 0 ? Task.CompletedTask : _busyAgain.Task;
        }

        using CancellationTokenSource cancelGrace = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task grace = Task.Delay(StallGrace, cancelGrace.Token);
        Task first = await Task.WhenAny(done, busyAgain, grace).ConfigureAwait(false);
        await cancelGrace.CancelAsync().ConfigureAwait(false);
        if (first == grace)
        {
            cancellationToken.ThrowIfCancellationRequested();
            lock (_lock)
            {
                if (_busy == 0 && _timers.Count == 0)
                {
                    throw new InvalidOperationException(
                        $"The world stands still at {_now:u}: nobody is at work and no timer is left, yet what is waited for has not happened.");
                }
            }
        }
    }
}
