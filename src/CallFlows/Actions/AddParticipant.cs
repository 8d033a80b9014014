using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>Invites someone into a call. Ends with <c>AddParticipantSucceeded</c> or <c>AddParticipantFailed</c>.</summary>
/// <param name="Participant">Whom to invite.</param>
/// <param name="CallerId">The number shown to a phone; a phone needs it.</param>
/// <param name="DisplayName">The name shown to users of apps.</param>
/// <param name="InvitationTimeout">How long to ring, 0 to 180 seconds; null for the service's default.</param>
/// <param name="CustomContext">Headers for the invited.</param>
public sealed record AddParticipant(CallEndpoint Participant, PhoneNumber? CallerId = null, string? DisplayName = null, TimeSpan? InvitationTimeout = null, CustomCallingContext? CustomContext = null) : CallAction;
