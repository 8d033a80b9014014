namespace CallFlows.Durable;

/// <summary>
/// What a running orchestration may ask of its engine. Everything an orchestration observes comes from here, so that
/// replaying its history gives the same decisions. The semantics are those of Durable Task.
/// </summary>
/// <remarks>
/// All members are called on the orchestration's own synchronization context. The tasks returned complete on it too:
/// never use <c>ConfigureAwait(false)</c>, <c>Task.Run</c>, <c>Task.Delay</c> or a clock in an orchestration.
/// </remarks>
public abstract class OrchestrationContext
{
    /// <summary>The id of this instance, unique within the engine's store.</summary>
    public abstract string InstanceId { get; }

    /// <summary>The name the orchestrator was registered under.</summary>
    public abstract string Name { get; }

    /// <summary>The input this execution started with.</summary>
    public abstract Payload Input { get; }

    /// <summary>The time of the turn that is running or replayed, in UTC. It doesn't move between two awaits.</summary>
    public abstract DateTimeOffset CurrentUtcDateTime { get; }

    /// <summary>Whether the code that runs now has run before: use it to do a side effect such as logging only once.</summary>
    public abstract bool IsReplaying { get; }

    /// <summary>Schedules an activity and waits for its result.</summary>
    /// <param name="name">The name the activity was registered under.</param>
    /// <param name="input">The activity's input.</param>
    /// <param name="options">Retries and the source line, or null for one attempt.</param>
    /// <exception cref="TaskFailedException">The activity failed for good.</exception>
    public abstract Task<Payload> CallActivityAsync(string name, Payload input, ActivityOptions? options = null);

    /// <summary>Starts another orchestration and waits for its result.</summary>
    /// <param name="name">The name of the orchestrator.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Its instance id and the source line, or null for a derived id.</param>
    /// <exception cref="TaskFailedException">The sub-orchestration failed or was terminated.</exception>
    public abstract Task<Payload> CallSubOrchestrationAsync(string name, Payload input, SubOrchestrationOptions? options = null);

    /// <summary>Completes at a point in time, also across restarts. A cancelled timer completes as cancelled at once.</summary>
    /// <param name="fireAt">When; a time that has passed completes in the next turn.</param>
    /// <param name="cancellationToken">Cancels the timer; it must be cancelled by the orchestration's own code.</param>
    /// <param name="source">The author's source line, for the history; null when unknown.</param>
    public abstract Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default, string? source = null);

    /// <summary>
    /// Waits for the next external event of a name. Events that came earlier are kept in order and complete the wait at once;
    /// several waits of one name are served in the order they were made. A cancelled wait takes no event.
    /// </summary>
    /// <param name="name">The event's name, compared without regard to case.</param>
    /// <param name="cancellationToken">Gives up waiting; it must be cancelled by the orchestration's own code.</param>
    public abstract Task<Payload> WaitForExternalEventAsync(string name, CancellationToken cancellationToken = default);

    /// <summary>
    /// When the orchestrator returns, starts it again with a new input and an empty history. The id stays.
    /// </summary>
    /// <param name="newInput">The next execution's input.</param>
    /// <param name="preserveUnprocessedEvents">Whether events nobody has waited for are handed to the next execution.</param>
    public abstract void ContinueAsNew(Payload newInput, bool preserveUnprocessedEvents = true);

    /// <summary>Sets the status that queries show for this instance. The last one set in a turn is stored.</summary>
    /// <param name="status">Any JSON value.</param>
    public abstract void SetCustomStatus(Payload status);

    /// <summary>A new id that is the same in every replay.</summary>
    public abstract Guid NewGuid();
}
