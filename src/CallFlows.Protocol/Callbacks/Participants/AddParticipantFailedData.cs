using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Callbacks;

/// <summary>An invited participant declined, timed out or could not be reached.</summary>
public sealed record AddParticipantFailedData : CallbackData
{
    /// <summary>Who was invited.</summary>
    public CommunicationIdentifierModel? Participant { get; init; }
}
