namespace CallFlows.Protocol.Rest;

/// <summary>Answer of <c>participants:cancelAddParticipant</c>.</summary>
public sealed record CancelAddParticipantResponse : WireModel
{
    /// <summary>The invitation that is taken back.</summary>
    public string? InvitationId { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }
}
