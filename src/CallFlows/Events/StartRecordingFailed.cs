namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.StartRecordingFailed</c>: a recording was accepted but did not start.</summary>
public sealed record StartRecordingFailed : CallEvent
{
    /// <summary>Which recording.</summary>
    public string? RecordingId { get; init; }
}
