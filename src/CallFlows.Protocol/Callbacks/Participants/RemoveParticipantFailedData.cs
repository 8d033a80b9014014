using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Callbacks;

/// <summary>A participant could not be removed.</summary>
public sealed record RemoveParticipantFailedData : CallbackData
{
    /// <summary>Who was to be removed.</summary>
    public CommunicationIdentifierModel? Participant { get; init; }
}
