namespace CallFlows.Durable;

/// <summary>How a sub-orchestration is started.</summary>
public sealed record SubOrchestrationOptions
{
    /// <summary>The id of the new instance; null for one derived from the parent's.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The author's source line, kept in the history; null when unknown.</summary>
    public string? Source { get; init; }
}
