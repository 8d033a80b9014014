namespace CallFlows.ServiceEvents;

/// <summary><c>Microsoft.Communication.CallParticipantAdded</c>: somebody has joined a call.</summary>
public sealed record CallParticipantAdded : CallParticipantReport;
