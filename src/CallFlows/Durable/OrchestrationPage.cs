namespace CallFlows.Durable;

/// <summary>One page of a query.</summary>
/// <param name="Instances">The instances, newest first.</param>
/// <param name="ContinuationToken">What to ask the next page with; null when this was the last.</param>
public sealed record OrchestrationPage(IReadOnlyList<OrchestrationState> Instances, string? ContinuationToken);
