namespace CallFlows.Actions;

/// <summary>Turns a ringing call away. No event follows.</summary>
/// <param name="IncomingCallContext">The ringing call's token: a secret.</param>
/// <param name="Reason">What the caller's side is told.</param>
public sealed record RejectCall(string IncomingCallContext, RejectReason Reason) : CallAction;
