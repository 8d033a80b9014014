namespace CallFlows.Protocol.Streaming;

/// <summary>A word of what somebody says.</summary>
public sealed record TranscriptionWordModel : WireModel
{
    /// <summary>The word.</summary>
    public string? Text { get; init; }

    /// <summary>When it begins after the transcription, in units of 100 nanoseconds.</summary>
    public long? Offset { get; init; }

    /// <summary>How long it takes, in units of 100 nanoseconds.</summary>
    public long? Duration { get; init; }
}
