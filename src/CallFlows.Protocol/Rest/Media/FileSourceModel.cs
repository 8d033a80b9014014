namespace CallFlows.Protocol.Rest;

/// <summary>An audio file to play.</summary>
public sealed record FileSourceModel : WireModel
{
    /// <summary>Absolute URI of a WAV (mono, 16 bit, 16 kHz) or MP3 file. Required.</summary>
    public string? Uri { get; init; }
}
