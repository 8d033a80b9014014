using CallFlows.Durable;

namespace CallFlows.Functions.Durable;

/// <summary>The input of an activity function: which activity to run, and what with.</summary>
/// <param name="InstanceId">The orchestration.</param>
/// <param name="Name">The name the activity was registered under.</param>
/// <param name="ExecutionId">The same for every delivery of this piece of work.</param>
/// <param name="Attempt">Which attempt of its retry policy this is, from 1.</param>
/// <param name="ScheduledAt">The orchestration's time when it scheduled this attempt.</param>
/// <param name="Input">The activity's input.</param>
/// <param name="Source">The author's source line, for people who read the history.</param>
public sealed record ActivityCall(
    string InstanceId, string Name, string ExecutionId, int Attempt, DateTimeOffset ScheduledAt, Payload Input, string? Source);
