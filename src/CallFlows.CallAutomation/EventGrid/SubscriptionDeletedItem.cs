namespace CallFlows.CallAutomation.EventGrid;

/// <summary>A subscription has been deleted; no more events come from it.</summary>
public sealed class SubscriptionDeletedItem : EventGridItem
{
    internal SubscriptionDeletedItem(EventGridEnvelope envelope, string? eventSubscriptionId)
        : base(envelope) => EventSubscriptionId = eventSubscriptionId;

    /// <summary>Resource path of the subscription.</summary>
    public string? EventSubscriptionId { get; }
}
