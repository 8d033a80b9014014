namespace CallFlows.Protocol.Streaming;

/// <summary>Values of <c>kind</c> of the frames on a call's web sockets.</summary>
public static class StreamingKinds
{
    /// <summary>The first frame of a stream of sound.</summary>
    public const string AudioMetadata = "AudioMetadata";

    /// <summary>20 milliseconds of sound; in the other direction any length.</summary>
    public const string AudioData = "AudioData";

    /// <summary>A key that was pressed.</summary>
    public const string DtmfData = "DtmfData";

    /// <summary>The first frame of a transcription.</summary>
    public const string TranscriptionMetadata = "TranscriptionMetadata";

    /// <summary>What somebody says.</summary>
    public const string TranscriptionData = "TranscriptionData";

    /// <summary>From the application: drop the sound that is still to be played.</summary>
    public const string StopAudio = "StopAudio";
}
