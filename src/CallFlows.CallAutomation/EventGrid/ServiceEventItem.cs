using CallFlows.ServiceEvents;

namespace CallFlows.CallAutomation.EventGrid;

/// <summary>The service reports on a call or a recording.</summary>
public sealed class ServiceEventItem : EventGridItem
{
    internal ServiceEventItem(EventGridEnvelope envelope, string id, ServiceEvent serviceEvent)
        : base(envelope)
    {
        Id = id;
        Event = serviceEvent;
    }

    /// <summary>Names the event; a repeated delivery has the same id.</summary>
    public string Id { get; }

    /// <summary>What is reported.</summary>
    public ServiceEvent Event { get; }
}
