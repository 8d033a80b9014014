namespace CallFlows.Protocol.Rest;

/// <summary>Values of <c>contentType</c>.</summary>
public static class MediaStreamingContents
{
    /// <summary>The only one.</summary>
    public const string Audio = "audio";
}
