namespace CallFlows.Protocol.Callbacks;

/// <summary>Transcription failed.</summary>
public sealed record TranscriptionFailedData : CallbackData
{
    /// <summary>State of transcription.</summary>
    public TranscriptionUpdateModel? TranscriptionUpdate { get; init; }
}
