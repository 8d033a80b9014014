namespace CallFlows.Emulator.EventGrid;

/// <summary>The envelope in which a subscription gets its events (wire reference, 5.1).</summary>
public enum EventGridSchema
{
    /// <summary>Event Grid's own: an array with one event.</summary>
    EventGrid,

    /// <summary>CloudEvents 1.0: one object.</summary>
    CloudEvents,
}
