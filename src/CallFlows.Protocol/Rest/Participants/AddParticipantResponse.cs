namespace CallFlows.Protocol.Rest;

/// <summary>Answer of <c>participants:add</c>.</summary>
public sealed record AddParticipantResponse : WireModel
{
    /// <summary>Who was invited.</summary>
    public CallParticipantModel? Participant { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Names the invitation, to cancel it.</summary>
    public string? InvitationId { get; init; }
}
