using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Takes a participant off hold. <c>ParticipantsUpdated</c> shows it.</summary>
/// <param name="Participant">Whom.</param>
public sealed record Unhold(CallEndpoint Participant) : CallAction;
