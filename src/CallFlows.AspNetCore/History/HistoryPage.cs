namespace CallFlows.AspNetCore.History;

/// <summary>Some of a flow's history, oldest event first.</summary>
/// <param name="Id">The flow's instance.</param>
/// <param name="Flow">Its name.</param>
/// <param name="Events">What happened.</param>
/// <param name="ContinuationToken">What to ask for the next events with; null when these were the last.</param>
internal sealed record HistoryPage(string Id, string Flow, IReadOnlyList<HistoryEventView> Events, string? ContinuationToken);
