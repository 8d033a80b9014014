namespace CallFlows.Events;

/// <summary>How the service rates an outcome. A code says nothing without its event: some successes carry 400 or 487.</summary>
/// <param name="Code">Shaped like an HTTP status.</param>
/// <param name="SubCode">The service's finer code; 0 for none.</param>
/// <param name="Message">For people.</param>
public sealed record ResultInformation(int Code, int SubCode, string? Message);
