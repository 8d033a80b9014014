namespace CallFlows.Emulator.Streams;

/// <summary>The socket to an app could not be opened.</summary>
/// <param name="Details">The service's word for it; null for the one of a connection that can't be made.</param>
/// <param name="Reason">For the log.</param>
internal sealed record StreamFailure(string? Details, string Reason);
