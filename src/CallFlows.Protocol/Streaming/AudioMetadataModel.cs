namespace CallFlows.Protocol.Streaming;

/// <summary>The form of the sound that follows.</summary>
public sealed record AudioMetadataModel : WireModel
{
    /// <summary>Id of the subscription in the call's properties.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>Always <c>PCM</c>: 16 bits, signed, little-endian.</summary>
    public string? Encoding { get; init; }

    /// <summary>Samples a second: 16000 or 24000.</summary>
    public int? SampleRate { get; init; }

    /// <summary>Always 1.</summary>
    public int? Channels { get; init; }

    /// <summary>Bytes of a frame's sound: 640 or 960.</summary>
    public int? Length { get; init; }
}
