namespace CallFlows.Protocol.Rest;

/// <summary>State of audio streaming of a call.</summary>
public sealed record MediaStreamingSubscriptionModel : WireModel
{
    /// <summary>Id of the subscription; absent while disabled.</summary>
    public string? Id { get; init; }

    /// <summary>One of <see cref="SubscriptionStates"/>.</summary>
    public string? State { get; init; }

    /// <summary>What is streamed: <c>audio</c>.</summary>
    public IReadOnlyList<string>? SubscribedContentTypes { get; init; }
}
