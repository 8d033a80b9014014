namespace CallFlows.Protocol.Rest;

/// <summary>Answer of transcription operations in preview versions.</summary>
public sealed record SubscriptionResponse : WireModel
{
    /// <summary>Id of the transcription subscription.</summary>
    public string? SubscriptionId { get; init; }
}
