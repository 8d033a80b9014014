using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>participants:moveHere</c>: bring participants of another call into this one.</summary>
public sealed record MoveParticipantsRequest : WireModel
{
    /// <summary>Who moves. Required.</summary>
    public IReadOnlyList<CommunicationIdentifierModel>? TargetParticipants { get; init; }

    /// <summary>Connection id of the call they leave. Required.</summary>
    public string? FromCall { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
