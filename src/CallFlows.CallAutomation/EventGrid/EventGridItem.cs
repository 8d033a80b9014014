namespace CallFlows.CallAutomation.EventGrid;

/// <summary>One event of a delivery. A class rather than a record, so that nothing prints the secrets inside.</summary>
public abstract class EventGridItem
{
    private protected EventGridItem(EventGridEnvelope envelope) => Envelope = envelope;

    /// <summary>What is known of every event.</summary>
    public EventGridEnvelope Envelope { get; }
}
