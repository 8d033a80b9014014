namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>participants:cancelAddParticipant</c>.</summary>
public sealed record CancelAddParticipantRequest : WireModel
{
    /// <summary>The invitation to take back. Required.</summary>
    public string? InvitationId { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
