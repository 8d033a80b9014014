using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Lets nobody hear a participant any more. <c>ParticipantsUpdated</c> shows it. The service mutes only its own users.</summary>
/// <param name="Participant">Whom.</param>
public sealed record MuteParticipant(CommunicationUser Participant) : CallAction;
