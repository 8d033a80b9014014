namespace CallFlows.Actions;

/// <summary>Asks who is in a call.</summary>
public sealed record GetParticipants() : CallAction;
