namespace CallFlows.Protocol.Rest;

/// <summary>Values of <c>audioChannelType</c>.</summary>
public static class MediaStreamingAudioChannels
{
    /// <summary>Everybody in one stream of frames.</summary>
    public const string Mixed = "mixed";

    /// <summary>Each participant in frames of their own.</summary>
    public const string Unmixed = "unmixed";
}
