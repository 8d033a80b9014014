using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>A task the code waits for: an activity, a timer, a sub-orchestration or an external event.</summary>
// No RunContinuationsAsynchronously: that would send WhenAny and WhenAll to the thread pool.
internal sealed class PendingTask(int id, string name) : TaskCompletionSource<Payload>
{
    private CancellationTokenRegistration _cancellation;

    public int Id { get; } = id;

    public string Name { get; } = name;

    public void Succeed(Payload result)
    {
        _cancellation.Unregister();
        using OutsideContext outside = OutsideContext.Enter();
        TrySetResult(result);
    }

    public void Fail(Exception error)
    {
        _cancellation.Unregister();
        using OutsideContext outside = OutsideContext.Enter();
        TrySetException(error);
        // Code may drop a task that failed; that is its right and no unobserved exception.
        _ = Task.Exception;
    }

    public void Cancel(CancellationToken token)
    {
        _cancellation.Unregister();
        using OutsideContext outside = OutsideContext.Enter();
        TrySetCanceled(token);
    }

    /// <summary>Calls back, on the thread that cancels, when the token is cancelled before the task has ended.</summary>
    public void OnCancelled(CancellationToken token, Action<PendingTask, CancellationToken> callback) =>
        _cancellation = token.UnsafeRegister((state, cancelled) => callback((PendingTask)state!, cancelled), this);

    /// <summary>Away from the execution's context, code that waits is queued there instead of running inside the one who completes.</summary>
    private readonly ref struct OutsideContext
    {
        private readonly SynchronizationContext? _inside;

        private OutsideContext(SynchronizationContext? inside) => _inside = inside;

        public static OutsideContext Enter()
        {
            OutsideContext outside = new(SynchronizationContext.Current);
            SynchronizationContext.SetSynchronizationContext(null);
            return outside;
        }

        public void Dispose() => SynchronizationContext.SetSynchronizationContext(_inside);
    }
}
