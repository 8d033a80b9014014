namespace CallFlows.Cli.Api;

/// <summary>What went wrong in a flow.</summary>
internal sealed record Failure(string? ErrorType, string? Message, Failure? Inner = null);
