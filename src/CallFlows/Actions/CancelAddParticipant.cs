namespace CallFlows.Actions;

/// <summary>Takes an invitation back.</summary>
/// <param name="InvitationId">What the service called the invitation.</param>
public sealed record CancelAddParticipant(string InvitationId) : CallAction;
