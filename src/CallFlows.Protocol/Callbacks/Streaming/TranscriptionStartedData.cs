namespace CallFlows.Protocol.Callbacks;

/// <summary>Transcription runs.</summary>
public sealed record TranscriptionStartedData : CallbackData
{
    /// <summary>State of transcription.</summary>
    public TranscriptionUpdateModel? TranscriptionUpdate { get; init; }
}
