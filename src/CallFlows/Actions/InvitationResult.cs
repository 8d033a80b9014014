using CallFlows.Endpoints;

namespace CallFlows.Actions;

/// <summary>An invitation is on its way.</summary>
/// <param name="InvitationId">What takes it back.</param>
/// <param name="Participant">Who was invited.</param>
public sealed record InvitationResult(string? InvitationId, CallEndpoint? Participant = null) : CallActionResult;
