namespace CallFlows.Durable;

/// <summary>One instance as a query sees it.</summary>
public sealed record OrchestrationState
{
    /// <summary>The instance's id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>The orchestrator's name.</summary>
    public required string Name { get; init; }

    /// <summary>The version of its code.</summary>
    public required int Version { get; init; }

    /// <summary>Where it stands.</summary>
    public required OrchestrationStatus Status { get; init; }

    /// <summary>When it was started, in UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it last changed, in UTC.</summary>
    public required DateTimeOffset LastUpdatedAt { get; init; }

    /// <summary>What it was tagged with when it was started.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Its input.</summary>
    public Payload Input { get; init; }

    /// <summary>Its result once <see cref="OrchestrationStatus.Completed"/>, or what it was terminated with.</summary>
    public Payload Output { get; init; }

    /// <summary>The status its code set last.</summary>
    public Payload CustomStatus { get; init; }

    /// <summary>What went wrong, once <see cref="OrchestrationStatus.Failed"/>.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>Whether it has ended, one way or another.</summary>
    public bool IsFinished => Status is OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated;
}
