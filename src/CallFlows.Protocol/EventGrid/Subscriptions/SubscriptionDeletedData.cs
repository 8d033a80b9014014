namespace CallFlows.Protocol.EventGrid;

/// <summary>The subscription has been deleted.</summary>
public sealed record SubscriptionDeletedData : WireModel
{
    /// <summary>Resource path of the subscription.</summary>
    public string? EventSubscriptionId { get; init; }
}
