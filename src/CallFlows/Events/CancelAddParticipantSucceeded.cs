namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.CancelAddParticipantSucceeded</c>: an invitation was taken back. Its result code is 487.</summary>
public sealed record CancelAddParticipantSucceeded : CallEvent
{
    /// <summary>Which.</summary>
    public string? InvitationId { get; init; }
}
