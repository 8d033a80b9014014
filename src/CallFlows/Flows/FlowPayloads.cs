using CallFlows.Durable;
using CallFlows.Flows.Running;
using CallFlows.Flows.Running.Continuing;

namespace CallFlows.Flows;

/// <summary>
/// Tells what type the payloads in a flow's history are of: for those who rewrite histories, such as to leave out what is personal. Null always
/// means that the code does not tell, and the payload is the author's.
/// </summary>
public static class FlowPayloads
{
    /// <summary>What an execution of a flow begins with.</summary>
    /// <param name="flow">The flow's class; null when unknown.</param>
    /// <param name="input">The input.</param>
    public static Type? InputOf(Type? flow, Payload input) =>
        Continuation.IsIn(input) ? Continuation.InputType
        : IsInbound(flow) ? typeof(IncomingCallNotification)
        : PayloadTypes.ArgumentOf(flow, typeof(CallFlow<,>));

    /// <summary>What an activity gives back.</summary>
    /// <param name="activity">Its name.</param>
    /// <param name="flow">The class of the flow that ran it; null when unknown.</param>
    public static Type? ResultOf(string activity, Type? flow) => activity switch
    {
        CallActionActivity.Name => typeof(CallActionReply),
        ListeningActivity.Name => typeof(DateTimeOffset?),
        _ => flow is null ? null : PayloadTypes.ResultOf(activity, flow),
    };

    /// <summary>What an external event carries.</summary>
    /// <param name="name">Its name.</param>
    public static Type? EventOf(string name) => name == FlowEnvelope.EventName ? typeof(FlowEnvelope) : null;

    /// <summary>What a payload inside another one is.</summary>
    /// <param name="holder">The type that holds it.</param>
    /// <param name="property">The property that is the payload.</param>
    /// <param name="flow">The flow's class; null when unknown.</param>
    public static Type? Inside(Type holder, string property, Type? flow) =>
        holder == typeof(Continuation) && property == nameof(Continuation.Input)
            ? IsInbound(flow) ? typeof(InboundInput) : PayloadTypes.ArgumentOf(flow, typeof(CallFlow<,>))
        : holder == typeof(InboundInput) && property == nameof(InboundInput.State)
            ? PayloadTypes.ArgumentOf(flow, typeof(InboundCallFlow<>))
        : null;

    private static bool IsInbound(Type? flow) => flow is not null && typeof(InboundCallFlow).IsAssignableFrom(flow);
}
