namespace CallFlows.Protocol.EventGrid;

/// <summary>The files of a recording can be fetched.</summary>
public sealed record RecordingFileStatusUpdatedData : WireModel
{
    /// <summary>Where the files are.</summary>
    public RecordingStorageInfoModel? RecordingStorageInfo { get; init; }

    /// <summary>When recording began, as text.</summary>
    public string? RecordingStartTime { get; init; }

    /// <summary>Length in milliseconds.</summary>
    public double? RecordingDurationMs { get; init; }

    /// <summary><c>Audio</c> or <c>AudioVideo</c>.</summary>
    public string? RecordingContentType { get; init; }

    /// <summary><c>Mixed</c> or <c>Unmixed</c>.</summary>
    public string? RecordingChannelType { get; init; }

    /// <summary><c>Wav</c>, <c>Mp3</c> or <c>Mp4</c>.</summary>
    public string? RecordingFormatType { get; init; }

    /// <summary>Why recording ended, e.g. <c>CallEnded</c>.</summary>
    public string? SessionEndReason { get; init; }
}
