using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>participants:remove</c>.</summary>
public sealed record RemoveParticipantRequest : WireModel
{
    /// <summary>Who leaves the call. Required.</summary>
    public CommunicationIdentifierModel? ParticipantToRemove { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
