namespace CallFlows.Durable;

/// <summary>How one activity is run.</summary>
public sealed record ActivityOptions
{
    /// <summary>When and how often a failed attempt is repeated; null for one attempt.</summary>
    public RetryPolicy? Retry { get; init; }

    /// <summary>The author's source line, such as <c>OrderLine.cs:23</c>, kept in the history; null when unknown.</summary>
    public string? Source { get; init; }
}
