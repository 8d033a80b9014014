namespace CallFlows.Protocol.Callbacks;

/// <summary>An invitation was taken back.</summary>
public sealed record CancelAddParticipantSucceededData : CallbackData
{
    /// <summary>The invitation.</summary>
    public string? InvitationId { get; init; }
}
