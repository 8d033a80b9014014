namespace CallFlows.Actions;

/// <summary>Who is in a call.</summary>
/// <param name="Participants">Everyone the service lists.</param>
public sealed record ParticipantsResult(IReadOnlyList<CallParticipant> Participants) : CallActionResult;
