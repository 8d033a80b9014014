namespace CallFlows.Durable;

/// <summary>Which instances to list, newest first.</summary>
public sealed record OrchestrationQuery
{
    /// <summary>Only these statuses; empty for all.</summary>
    public IReadOnlyList<OrchestrationStatus> Statuses { get; init; } = [];

    /// <summary>Only this orchestrator; null for all.</summary>
    public string? Name { get; init; }

    /// <summary>Not these orchestrators; empty to leave none out.</summary>
    public IReadOnlyList<string> ExceptNames { get; init; } = [];

    /// <summary>Only instances with all these tags, values compared exactly; empty for all.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>Only instances created at or after this time; null for no bound.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>Only instances created before this time; null for no bound.</summary>
    public DateTimeOffset? CreatedBefore { get; init; }

    /// <summary>How many at most, 1 to 1,000. Default 100.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Where the last page ended; null for the first page.</summary>
    public string? ContinuationToken { get; init; }
}
