namespace CallFlows.Protocol.Rest;

/// <summary>Answer of <c>participants:moveHere</c>.</summary>
public sealed record MoveParticipantsResponse : WireModel
{
    /// <summary>Who moves.</summary>
    public IReadOnlyList<CallParticipantModel>? Participants { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Connection id of the call they leave.</summary>
    public string? FromCall { get; init; }
}
