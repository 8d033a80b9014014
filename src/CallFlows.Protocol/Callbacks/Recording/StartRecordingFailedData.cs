namespace CallFlows.Protocol.Callbacks;

/// <summary>A recording could not be started.</summary>
public sealed record StartRecordingFailedData : CallbackData
{
    /// <summary>The recording.</summary>
    public string? RecordingId { get; init; }
}
