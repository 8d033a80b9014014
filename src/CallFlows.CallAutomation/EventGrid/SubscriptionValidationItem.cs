using CallFlows.Protocol.EventGrid;

namespace CallFlows.CallAutomation.EventGrid;

/// <summary>Event Grid asks whether the app wants the events of a new subscription. Answer 200 with <see cref="Response"/>.</summary>
public sealed class SubscriptionValidationItem : EventGridItem
{
    internal SubscriptionValidationItem(EventGridEnvelope envelope, string validationCode)
        : base(envelope) => Response = new() { ValidationResponse = validationCode };

    /// <summary>The body to answer with, as JSON.</summary>
    public SubscriptionValidationResponse Response { get; }
}
