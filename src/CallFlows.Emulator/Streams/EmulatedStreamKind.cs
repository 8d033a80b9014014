namespace CallFlows.Emulator.Streams;

/// <summary>What a stream carries.</summary>
public enum EmulatedStreamKind
{
    /// <summary>Sound.</summary>
    Media,

    /// <summary>What is said, as text.</summary>
    Transcription,
}
