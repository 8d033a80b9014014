namespace CallFlows.CallAutomation.EventGrid;

/// <summary>An event that can't be read. The others of the delivery stand.</summary>
public sealed class InvalidEventItem : EventGridItem
{
    internal InvalidEventItem(EventGridEnvelope envelope, string reason)
        : base(envelope) => Reason = reason;

    /// <summary>What is wrong, as a sentence that shows nothing of the event's content.</summary>
    public string Reason { get; }
}
