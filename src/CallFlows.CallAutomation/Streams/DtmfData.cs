using CallFlows.Endpoints;

namespace CallFlows.CallAutomation.Streams;

/// <summary>A key that somebody pressed.</summary>
/// <param name="Data">The key, such as <c>3</c>.</param>
/// <param name="Timestamp">When; null when the service tells none.</param>
/// <param name="Participant">Who; null when the service tells nobody.</param>
public sealed record DtmfData(string Data, DateTimeOffset? Timestamp, CallEndpoint? Participant) : StreamingData;
