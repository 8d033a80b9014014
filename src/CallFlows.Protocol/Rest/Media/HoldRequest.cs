using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>:hold</c>.</summary>
public sealed record HoldRequest : WireModel
{
    /// <summary>Who is put on hold. Required.</summary>
    public CommunicationIdentifierModel? TargetParticipant { get; init; }

    /// <summary>Music for the time on hold.</summary>
    public PlaySourceModel? PlaySourceInfo { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
