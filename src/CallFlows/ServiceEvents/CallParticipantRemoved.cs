namespace CallFlows.ServiceEvents;

/// <summary><c>Microsoft.Communication.CallParticipantRemoved</c>: somebody has left a call.</summary>
public sealed record CallParticipantRemoved : CallParticipantReport;
