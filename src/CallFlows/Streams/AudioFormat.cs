namespace CallFlows.Streams;

/// <summary>The samples of a streamed call: 16 bits, signed, little-endian, one channel, in frames of 20 milliseconds.</summary>
public enum AudioFormat
{
    /// <summary>16,000 samples a second; 640 bytes a frame.</summary>
    Pcm16KMono,

    /// <summary>24,000 samples a second; 960 bytes a frame.</summary>
    Pcm24KMono,
}
