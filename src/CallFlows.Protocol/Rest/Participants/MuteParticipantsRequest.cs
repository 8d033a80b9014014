using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>participants:mute</c>.</summary>
public sealed record MuteParticipantsRequest : WireModel
{
    /// <summary>Exactly one communication user. Required.</summary>
    public IReadOnlyList<CommunicationIdentifierModel>? TargetParticipants { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }
}
