using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>One participant of a call.</summary>
public sealed record CallParticipantModel : WireModel
{
    /// <summary>Who it is.</summary>
    public CommunicationIdentifierModel? Identifier { get; init; }

    /// <summary>True while muted.</summary>
    public bool? IsMuted { get; init; }

    /// <summary>True while on hold; absent in versions up to 2024-04-15.</summary>
    public bool? IsOnHold { get; init; }
}
