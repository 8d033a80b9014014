namespace CallFlows.Protocol.Rest;

/// <summary>Values of <see cref="StartCallRecordingRequest.RecordingFormatType"/>.</summary>
public static class RecordingFormats
{
    /// <summary>WAV, for sound.</summary>
    public const string Wav = "wav";

    /// <summary>MP3, for mixed sound.</summary>
    public const string Mp3 = "mp3";

    /// <summary>MP4, for sound and pictures.</summary>
    public const string Mp4 = "mp4";
}
