namespace CallFlows.Protocol.Callbacks;

/// <summary>An invitation could not be taken back.</summary>
public sealed record CancelAddParticipantFailedData : CallbackData
{
    /// <summary>The invitation.</summary>
    public string? InvitationId { get; init; }
}
