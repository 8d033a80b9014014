namespace CallFlows.Durable;

/// <summary>What the outside may do with orchestrations. A call returns only when its effect is durable.</summary>
public interface IOrchestrationClient
{
    /// <summary>Starts an instance unless one with this id exists, in whatever status.</summary>
    /// <param name="name">The orchestrator's name.</param>
    /// <param name="instanceId">The id, 1 to 256 characters.</param>
    /// <param name="input">Its input.</param>
    /// <param name="options">Tags and version, or null for none and the highest.</param>
    /// <param name="cancellationToken">Gives up waiting; the start may still happen.</param>
    /// <returns>True when this call started it; of several at once exactly one gets true.</returns>
    /// <exception cref="ArgumentException">No such orchestrator or version, an id that is empty or too long, or tags beyond their bounds.</exception>
    Task<bool> StartIfAbsentAsync(
        string name, string instanceId, Payload input, StartOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Raises an external event. A second event with the same id changes nothing.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="eventName">The name the instance waits for.</param>
    /// <param name="eventId">What tells this event from every other one of the instance.</param>
    /// <param name="data">The event.</param>
    /// <param name="cancellationToken">Gives up waiting; the event may still be stored.</param>
    Task<RaiseEventResult> RaiseEventAsync(
        string instanceId, string eventName, string eventId, Payload data, CancellationToken cancellationToken = default);

    /// <summary>One instance, or null when there is none.</summary>
    Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Lists instances, newest first.</summary>
    /// <exception cref="ArgumentException">The page size or the continuation token is not valid.</exception>
    Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken = default);

    /// <summary>Holds an instance: events are kept, no code runs. False when it is not there, has ended or is held already.</summary>
    Task<bool> SuspendAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>Lets a held instance go on. False when it is not there or not held.</summary>
    Task<bool> ResumeAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default);

    /// <summary>Ends an instance at once. False when it is not there or has ended.</summary>
    Task<bool> TerminateAsync(string instanceId, Payload output = default, CancellationToken cancellationToken = default);

    /// <summary>Deletes an instance that has ended, with its history. False when it is not there or has not ended.</summary>
    Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken = default);

    /// <summary>Waits until an instance has ended and returns its last state.</summary>
    /// <exception cref="KeyNotFoundException">There is no such instance.</exception>
    Task<OrchestrationState> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken = default);
}
