using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Takes someone out of a call. Ends with <c>RemoveParticipantSucceeded</c> or <c>RemoveParticipantFailed</c>.</summary>
/// <param name="Participant">Whom to remove.</param>
public sealed record RemoveParticipant(CallEndpoint Participant) : CallAction;
