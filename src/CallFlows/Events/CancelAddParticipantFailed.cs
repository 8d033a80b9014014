namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CancelAddParticipantFailed</c>: an invitation could not be taken back.</summary>
public sealed record CancelAddParticipantFailed : CallEvent
{
    /// <summary>Which.</summary>
    public string? InvitationId { get; init; }
}
