using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Callbacks;

/// <summary>A participant of another call was brought into this one.</summary>
public sealed record MoveParticipantSucceededData : CallbackData
{
    /// <summary>Who moved.</summary>
    public CommunicationIdentifierModel? Participant { get; init; }

    /// <summary>Connection id of the call that was left.</summary>
    public string? FromCall { get; init; }
}
