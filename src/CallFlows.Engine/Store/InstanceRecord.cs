using CallFlows.Durable;

namespace CallFlows.Engine.Store;

/// <summary>What the store keeps of one instance beside its history.</summary>
internal sealed record InstanceRecord
{
    public static readonly IReadOnlyDictionary<string, string> NoTags = new Dictionary<string, string>();

    /// <summary>Its number in the store, from <see cref="IOrchestrationStore.NextNumber"/>: grows from instance to instance.</summary>
    public required long Number { get; init; }

    public required string InstanceId { get; init; }

    public required string Name { get; init; }

    /// <summary>The version of the code it was started with, for good.</summary>
    public required int Version { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = NoTags;

    /// <summary>Which execution of this instance runs, from 1; continue-as-new adds one.</summary>
    public required int Generation { get; init; }

    /// <summary>How many turns have changed this instance: tells whether a commit whose answer was lost took effect.</summary>
    public required long Turn { get; init; }

    /// <summary>How many events the history of this execution has.</summary>
    public int HistoryLength { get; init; }

    public required OrchestrationStatus Status { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset LastUpdatedAt { get; init; }

    public Payload Input { get; init; }

    public Payload Output { get; init; }

    public Payload CustomStatus { get; init; }

    public FailureDetails? Failure { get; init; }

    /// <summary>The task of another instance that waits for this one's end.</summary>
    public TaskKey? Parent { get; init; }

    /// <summary>Failed because of its code, not by its code: its history is whole and a resume lets it go on.</summary>
    public bool IsStopped { get; init; }

    public bool IsFinished => Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;

    public OrchestrationState ToState() => new()
    {
        InstanceId = InstanceId,
        Name = Name,
        Version = Version,
        Tags = Tags,
        Status = Status,
        CreatedAt = CreatedAt,
        LastUpdatedAt = LastUpdatedAt,
        Input = Input,
        Output = Output,
        CustomStatus = CustomStatus,
        Failure = Failure,
    };
}
