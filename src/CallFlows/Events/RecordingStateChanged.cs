namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.RecordingStateChanged</c>: a recording started, paused, resumed or stopped. Its connection id is the recorder's own: match it by recording id.</summary>
public sealed record RecordingStateChanged : CallEvent
{
    /// <summary>Which recording.</summary>
    public string? RecordingId { get; init; }

    /// <summary>Whether it records.</summary>
    public RecordingState State { get; init; }

    /// <summary>When it started.</summary>
    public DateTimeOffset? StartDateTime { get; init; }

    /// <summary>Who records, in the service's words.</summary>
    public string? RecordingKind { get; init; }
}
