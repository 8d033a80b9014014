using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.EventGrid;

/// <summary>A communication user has gone offline.</summary>
public sealed record UserDisconnectedData : WireModel
{
    /// <summary>Who it is.</summary>
    public CommunicationIdentifierModel? UserCommunicationIdentifier { get; init; }
}
