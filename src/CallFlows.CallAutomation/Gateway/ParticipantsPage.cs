using CallFlows.Actions;

namespace CallFlows.CallAutomation.Gateway;

/// <summary>A part of the list of a call's participants.</summary>
/// <param name="Participants">Who is on this page.</param>
/// <param name="NextLink">Where the next page is, as the service writes it; null on the last one.</param>
public sealed record ParticipantsPage(IReadOnlyList<CallParticipant> Participants, string? NextLink);
