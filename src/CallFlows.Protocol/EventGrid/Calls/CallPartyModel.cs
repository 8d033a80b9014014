using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.EventGrid;

/// <summary>A party of a call.</summary>
public sealed record CallPartyModel : WireModel
{
    /// <summary>Who it is.</summary>
    public CommunicationIdentifierModel? CommunicationIdentifier { get; init; }

    /// <summary>E.g. <c>Attendee</c>, <c>Organizer</c>.</summary>
    public string? Role { get; init; }
}
