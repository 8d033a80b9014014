using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>A task the code waits for: an activity, a timer, a sub-orchestration or an external event.</summary>
internal sealed class PendingTask : TaskCompletionSource<Payload>
{
    private CancellationTokenRegistration _cancellation;

    // Continuations must go through the execution's queue, never run inside the one who completes.
    public PendingTask(int id, string name)
        : base(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        Id = id;
        Name = name;
    }

    public int Id { get; }

    public string Name { get; }

    /// <summary>Calls back, on the thread that cancels, when the token is cancelled before the task has ended.</summary>
    public void OnCancelled(CancellationToken token, Action<PendingTask, CancellationToken> callback)
    {
        if (token.CanBeCanceled)
        {
            _cancellation = token.UnsafeRegister((state, cancelled) => callback((PendingTask)state!, cancelled), this);
        }
    }

    /// <summary>Lets go of the token, so that a long-lived one doesn't gather ended tasks.</summary>
    public void ForgetCancellation() => _cancellation.Unregister();
}
