namespace CallFlows.Flows;

/// <summary>What became of an incoming call.</summary>
/// <param name="Disposition">Whether a flow was started.</param>
/// <param name="Flow">The flow's name; null when no route matches.</param>
/// <param name="InstanceId">The orchestration that is in charge of the call; null when no route matches.</param>
public sealed record IncomingCallReceipt(IncomingCallDisposition Disposition, string? Flow = null, string? InstanceId = null);
