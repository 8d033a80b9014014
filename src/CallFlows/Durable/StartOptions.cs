namespace CallFlows.Durable;

/// <summary>How an instance is started.</summary>
public sealed record StartOptions
{
    /// <summary>
    /// What the instance can be found by, such as the caller: at most 16 names of 1 to 64 characters with values of at most 512. They stay
    /// as they are for as long as the instance is kept.
    /// </summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The version of the orchestrator's code; null for the highest that is registered.</summary>
    public int? Version { get; init; }
}
