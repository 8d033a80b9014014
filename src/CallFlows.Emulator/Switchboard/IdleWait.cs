namespace CallFlows.Emulator.Switchboard;

/// <summary>
/// A wait that doesn't count as work. When its time comes, work begins before the timer's turn is over, so that a clock
/// advanced by hand waits for what follows.
/// </summary>
internal sealed class IdleWait
{
    private readonly TaskCompletionSource<WorkTracker.Scope> _woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WorkTracker _work;
    private readonly ITimer _timer;
    private readonly CancellationTokenRegistration _cancellation;
    private int _done;

    public IdleWait(WorkTracker work, TimeProvider time, TimeSpan delay, CancellationToken cancellationToken)
    {
        _work = work;
        _timer = time.CreateTimer(static state => ((IdleWait)state!).Wake(), this, delay, Timeout.InfiniteTimeSpan);
        _cancellation = cancellationToken.Register(Wake);
    }

    /// <summary>The work that begins when the wait ends: by time, by <see cref="Wake"/>, or by cancellation.</summary>
    public Task<WorkTracker.Scope> Woken => _woken.Task;

    public void Wake()
    {
        if (Interlocked.Exchange(ref _done, 1) != 0)
            return;
        _woken.SetResult(_work.Begin());
        _timer?.Dispose();
        _cancellation.Unregister();
    }
}
