using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Callbacks;

/// <summary>A participant was removed.</summary>
public sealed record RemoveParticipantSucceededData : CallbackData
{
    /// <summary>Who was removed.</summary>
    public CommunicationIdentifierModel? Participant { get; init; }
}
