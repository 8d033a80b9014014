using CallFlows.Flows;

namespace CallFlows.CallAutomation.EventGrid;

/// <summary>A call is ringing.</summary>
public sealed class IncomingCallItem : EventGridItem
{
    internal IncomingCallItem(EventGridEnvelope envelope, IncomingCallNotification notification)
        : base(envelope) => Notification = notification;

    /// <summary>The call.</summary>
    public IncomingCallNotification Notification { get; }
}
