using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.EventGrid;

/// <summary>Who ended a call.</summary>
public sealed record CallEndedByModel : WireModel
{
    /// <summary>Who it is.</summary>
    public CommunicationIdentifierModel? CommunicationIdentifier { get; init; }

    /// <summary><c>Participant</c> or <c>MicrosoftInternal</c>.</summary>
    public string? Type { get; init; }

    /// <summary>A name for it.</summary>
    public string? Name { get; init; }
}
