using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.ServiceEvents;

namespace CallFlows.Flows;

/// <summary>
/// What reaches a flow from outside, as the one external event its orchestration waits for: a callback of the service, an event of Event Grid, or a signal.
/// </summary>
public sealed record FlowEnvelope
{
    /// <summary>The external event's name.</summary>
    public const string EventName = "CallFlows";

    /// <summary>What tells it from every other one: the CloudEvent's id, or the signal's.</summary>
    public required string Id { get; init; }

    /// <summary>The callback; null for anything else.</summary>
    public CallEvent? Event { get; init; }

    /// <summary>The event of Event Grid; null for anything else.</summary>
    public ServiceEvent? ServiceEvent { get; init; }

    /// <summary>The signal's name, null for anything else.</summary>
    public string? Signal { get; init; }

    /// <summary>The signal's data.</summary>
    public Payload Data { get; init; }
}
