using CallFlows.Endpoints;

namespace CallFlows.CallAutomation.Streams;

/// <summary>20 milliseconds of sound.</summary>
/// <param name="Data">The samples: 16 bits, signed, little-endian, at the rate that <see cref="AudioMetadata"/> tells.</param>
/// <param name="Timestamp">When it was heard; null when the service tells none.</param>
/// <param name="Participant">Whose it is; null in a mixed stream.</param>
/// <param name="IsSilent">Whether the service takes it for silence.</param>
public sealed record AudioData(ReadOnlyMemory<byte> Data, DateTimeOffset? Timestamp, CallEndpoint? Participant, bool IsSilent) : StreamingData;
