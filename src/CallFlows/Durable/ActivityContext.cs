namespace CallFlows.Durable;

/// <summary>What an activity knows of the work it was given.</summary>
/// <param name="InstanceId">The orchestration that scheduled it.</param>
/// <param name="Name">The name it was registered under.</param>
/// <param name="ExecutionId">
/// The same for every delivery of this piece of work, also after a crash, and different for every other one: what an idempotent
/// effect is keyed by.
/// </param>
/// <param name="Attempt">Which attempt of its retry policy this is, from 1.</param>
/// <param name="Input">Its input.</param>
public sealed record ActivityContext(string InstanceId, string Name, string ExecutionId, int Attempt, Payload Input)
{
    /// <summary>
    /// Whether this attempt was scheduled before the engine started, so that it may have run before, wholly or in part. False when it
    /// certainly has not.
    /// </summary>
    public bool IsRedelivered { get; init; }
}
