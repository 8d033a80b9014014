namespace CallFlows.CallAutomation.Streams;

/// <summary>The first of a stream of sound: the form of what follows.</summary>
/// <param name="MediaSubscriptionId">The stream's id, as in the call's properties; empty when the service tells none.</param>
/// <param name="Encoding"><c>PCM</c>: 16 bits, signed, little-endian.</param>
/// <param name="SampleRate">Samples a second: 16000 or 24000.</param>
/// <param name="Channels">1.</param>
/// <param name="Length">Bytes of sound in a frame: 640 or 960.</param>
public sealed record AudioMetadata(string MediaSubscriptionId, string Encoding, int SampleRate, int Channels, int Length) : StreamingData;
