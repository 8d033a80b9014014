using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>What an execution of a flow for a call begins with.</summary>
/// <param name="Call">The call as it was announced.</param>
/// <param name="State">What the execution before has handed on; null in the first one.</param>
internal sealed record InboundInput(IncomingCallNotification? Call, Payload State = default);
