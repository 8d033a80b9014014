namespace CallFlows.Protocol.Callbacks;

/// <summary>State of transcription.</summary>
public sealed record TranscriptionUpdateModel : WireModel
{
    /// <summary>E.g. <c>transcriptionStarted</c>.</summary>
    public string? TranscriptionStatus { get; init; }

    /// <summary>E.g. <c>subscriptionStarted</c>.</summary>
    public string? TranscriptionStatusDetails { get; init; }
}
