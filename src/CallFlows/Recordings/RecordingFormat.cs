namespace CallFlows.Recordings;

/// <summary>The form of a recording's file.</summary>
public enum RecordingFormat
{
    /// <summary>WAV, for sound.</summary>
    Wav,

    /// <summary>MP3, for mixed sound.</summary>
    Mp3,

    /// <summary>MP4, for sound and pictures.</summary>
    Mp4,
}
