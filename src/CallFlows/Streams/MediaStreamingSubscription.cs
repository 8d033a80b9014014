namespace CallFlows.Streams;

/// <summary>The stream of a call's sound, as the service describes it.</summary>
/// <param name="State">Whether it runs.</param>
/// <param name="Id">What its frames go by; null when the service tells none.</param>
public sealed record MediaStreamingSubscription(SubscriptionState State, string? Id = null);
