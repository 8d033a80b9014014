using CallFlows.Durable;

namespace CallFlows.Engine;

/// <summary>The history of one instance with what is needed to replay it elsewhere: what a history file holds.</summary>
public sealed record RecordedHistory
{
    /// <summary>The name of the instance's orchestrator.</summary>
    public required string Flow { get; init; }

    /// <summary>The version of the code it was started with, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Where the instance stood when its history was taken.</summary>
    public required OrchestrationStatus Status { get; init; }

    /// <summary>The instance's id; another one once it is redacted.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Which execution of the instance it is, from 1: continuing as new adds one, and empties the history.</summary>
    public int Execution { get; init; } = 1;

    /// <summary>When the instance was started, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>What happened in this execution, oldest event first; at least its start.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }
}
