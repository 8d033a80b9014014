using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>
/// All deadlines of a flow on one durable timer: it is set for the earliest, and set anew only when an earlier one appears or it has
/// fired. A step that ends in time costs no timer.
/// </summary>
internal sealed class DeadlineClock(OrchestrationContext context, BackgroundWork background)
{
    private readonly PriorityQueue<Deadline, (DateTimeOffset At, long Order)> _deadlines = new();
    private CancellationTokenSource? _timer;
    private DateTimeOffset _timerAt;
    private long _order;

    /// <summary>The time in the flow.</summary>
    public DateTimeOffset Now => context.CurrentUtcDateTime;

    public Deadline After(TimeSpan delay, Action passed)
    {
        DateTimeOffset at = context.CurrentUtcDateTime + delay;
        Deadline deadline = new(at, passed);
        _deadlines.Enqueue(deadline, (at, _order++));
        Arm();
        return deadline;
    }

    /// <summary>Waits until something has ended, but not for ever.</summary>
    /// <returns>Whether it has.</returns>
    public async Task<bool> EndsWithinAsync(Task task, TimeSpan time)
    {
        TaskCompletionSource passed = new();
        Deadline deadline = After(time, () => passed.TrySetResult());
        await Task.WhenAny(task, passed.Task);
        deadline.Cancel();
        return task.IsCompleted;
    }

    /// <summary>Waits for a value, but not for ever.</summary>
    /// <param name="time">How long at most.</param>
    /// <param name="wait">The wait; it takes nothing when its token is cancelled.</param>
    /// <param name="cancellationToken">The author's.</param>
    /// <returns>Whether it came in time, and the value.</returns>
    /// <exception cref="OperationCanceledException">The author cancelled the wait.</exception>
    public async Task<(bool Came, T? Value)> ComesWithinAsync<T>(
        TimeSpan time, Func<CancellationToken, Task<T>> wait, CancellationToken cancellationToken)
    {
        using CancellationTokenSource timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Deadline deadline = After(time, timeout.Cancel);
        try
        {
            return (true, await wait(timeout.Token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return default;
        }
        finally
        {
            deadline.Cancel();
        }
    }

    private void Arm()
    {
        while (_deadlines.TryPeek(out Deadline? first, out _) && first.IsCancelled)
        {
            _deadlines.Dequeue();
        }

        if (_deadlines.Count == 0 || (_timer is not null && _timerAt <= _deadlines.Peek().At))
        {
            return;
        }

        _timer?.Cancel();
        CancellationTokenSource timer = new();
        _timer = timer;
        _timerAt = _deadlines.Peek().At;
        background.Run(() => WaitAsync(timer));
    }

    private async Task WaitAsync(CancellationTokenSource timer)
    {
        try
        {
            await context.CreateTimerAsync(_timerAt, timer.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        _timer = null;
        while (_deadlines.TryPeek(out Deadline? deadline, out _) && (deadline.IsCancelled || deadline.At <= context.CurrentUtcDateTime))
        {
            _deadlines.Dequeue();
            deadline.Pass();
        }

        Arm();
    }
}
