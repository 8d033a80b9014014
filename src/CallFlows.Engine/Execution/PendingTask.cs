using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>A task the code waits for: an activity, a timer, a sub-orchestration or an external event.</summary>
internal sealed class PendingTask(int id, string name)
{
    // No RunContinuationsAsynchronously: that would send WhenAny and WhenAll to the thread pool.
    private readonly TaskCompletionSource<Payload> _source = new();
    private CancellationTokenRegistration _cancellation;

    public int Id { get; } = id;

    public string Name { get; } = name;

    public Task<Payload> Task => _source.Task;

    public void Succeed(Payload result) => Complete(() => _source.TrySetResult(result));

    public void Fail(Exception error)
    {
        Complete(() => _source.TrySetException(error));
        // Code may drop a task that failed; that is its right and no unobserved exception.
        _ = _source.Task.Exception;
    }

    public void Cancel(CancellationToken token) => Complete(() => _source.TrySetCanceled(token));

    /// <summary>Calls back, on the thread that cancels, when the token is cancelled before the task has ended.</summary>
    public void OnCancelled(CancellationToken token, Action<PendingTask, CancellationToken> callback)
    {
        if (token.CanBeCanceled)
        {
            _cancellation = token.UnsafeRegister((state, cancelled) => callback((PendingTask)state!, cancelled), this);
        }
    }

    // Away from the execution's context, code that waits is queued there instead of running inside the one who completes.
    private void Complete(Action complete)
    {
        _cancellation.Unregister();
        SynchronizationContext? current = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            complete();
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(current);
        }
    }
}
