using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Callbacks;

/// <summary>An invited participant has joined.</summary>
public sealed record AddParticipantSucceededData : CallbackData
{
    /// <summary>Who joined.</summary>
    public CommunicationIdentifierModel? Participant { get; init; }
}
