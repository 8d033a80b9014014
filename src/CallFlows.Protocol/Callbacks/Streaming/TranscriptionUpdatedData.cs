namespace CallFlows.Protocol.Callbacks;

/// <summary>The language or model of transcription has changed.</summary>
public sealed record TranscriptionUpdatedData : CallbackData
{
    /// <summary>State of transcription.</summary>
    public TranscriptionUpdateModel? TranscriptionUpdate { get; init; }
}
