namespace CallFlows.Protocol.Rest;

/// <summary>Values of <c>audioFormat</c>: 16 bits, signed, little-endian, one channel.</summary>
public static class AudioFormats
{
    /// <summary>16,000 samples a second; the default.</summary>
    public const string Pcm16KMono = "pcm16KMono";

    /// <summary>24,000 samples a second.</summary>
    public const string Pcm24KMono = "pcm24KMono";
}
