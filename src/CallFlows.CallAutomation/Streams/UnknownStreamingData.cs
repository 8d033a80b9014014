namespace CallFlows.CallAutomation.Streams;

/// <summary>A kind that this library doesn't know.</summary>
/// <param name="Kind">Its name.</param>
/// <param name="Json">The whole frame, UTF-8.</param>
public sealed record UnknownStreamingData(string Kind, ReadOnlyMemory<byte> Json) : StreamingData;
