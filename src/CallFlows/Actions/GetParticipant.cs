using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Asks about one participant of a call. Answered with a <see cref="ParticipantsResult"/> of one.</summary>
/// <param name="Participant">Whom.</param>
public sealed record GetParticipant(CallEndpoint Participant) : CallAction;
