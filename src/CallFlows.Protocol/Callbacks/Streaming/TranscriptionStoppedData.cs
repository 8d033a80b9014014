namespace CallFlows.Protocol.Callbacks;

/// <summary>Transcription has stopped.</summary>
public sealed record TranscriptionStoppedData : CallbackData
{
    /// <summary>State of transcription.</summary>
    public TranscriptionUpdateModel? TranscriptionUpdate { get; init; }
}
