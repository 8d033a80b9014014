namespace CallFlows.Protocol.Streaming;

/// <summary>What the transcription that follows is of.</summary>
public sealed record TranscriptionMetadataModel : WireModel
{
    /// <summary>Id of the subscription in the call's properties.</summary>
    public string? SubscriptionId { get; init; }

    /// <summary>The language, as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>This side of the call.</summary>
    public string? CallConnectionId { get; init; }

    /// <summary>What support asks for.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>A custom speech model.</summary>
    public string? SpeechRecognitionModelEndpointId { get; init; }
}
