namespace CallFlows.Recordings;

/// <summary>What is recorded.</summary>
public enum RecordingContent
{
    /// <summary>Sound alone.</summary>
    Audio,

    /// <summary>Sound and pictures.</summary>
    AudioVideo,
}
