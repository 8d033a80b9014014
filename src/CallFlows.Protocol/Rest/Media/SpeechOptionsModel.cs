namespace CallFlows.Protocol.Rest;

/// <summary>How to collect speech.</summary>
public sealed record SpeechOptionsModel : WireModel
{
    /// <summary>Silence that ends the speech, in milliseconds.</summary>
    public long? EndSilenceTimeoutInMs { get; init; }
}
