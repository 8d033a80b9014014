using System.Text.Json.Serialization;
using CallFlows.Recordings;

namespace CallFlows.ServiceEvents;

/// <summary>
/// <c>Microsoft.Communication.RecordingFileStatusUpdated</c>: files of a recording can be fetched, some minutes after they were recorded. The
/// service keeps them for a day.
/// </summary>
public sealed record RecordingFileStatusUpdated : ServiceEvent
{
    private const string StillRecording = "SessionStillOngoing";

    /// <summary>Which recording, by the id that its start was answered with.</summary>
    public required string RecordingId { get; init; }

    /// <summary>The conversation that was recorded; null when the service does not say.</summary>
    public string? ServerCallId { get; init; }

    /// <summary>The files, in the order they were recorded.</summary>
    public IReadOnlyList<RecordingFile> Files { get; init; } = [];

    /// <summary>When recording began, in UTC; null when the service does not say.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>How long was recorded; null when the service does not say.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>What was recorded; null when the service does not say.</summary>
    public RecordingContent? Content { get; init; }

    /// <summary>On which channels; null when the service does not say.</summary>
    public RecordingChannel? Channel { get; init; }

    /// <summary>The form of the files; null when the service does not say.</summary>
    public RecordingFormat? Format { get; init; }

    /// <summary>Why recording ended, in the service's words, e.g. <c>CallEnded</c>, <c>InitiatorLeft</c>.</summary>
    public string? SessionEndReason { get; init; }

    /// <summary>Whether no more files of this recording come.</summary>
    [JsonIgnore]
    public bool IsLast => SessionEndReason != StillRecording;
}
