using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Lets a muted participant be heard again. <c>ParticipantsUpdated</c> shows it. The service has it in preview versions only.</summary>
/// <param name="Participant">Whom.</param>
public sealed record UnmuteParticipant(CommunicationUser Participant) : CallAction;
