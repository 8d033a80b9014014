using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Callbacks;

/// <summary>A participant of another call could not be brought into this one.</summary>
public sealed record MoveParticipantFailedData : CallbackData
{
    /// <summary>Who was to move.</summary>
    public CommunicationIdentifierModel? Participant { get; init; }

    /// <summary>Connection id of the other call.</summary>
    public string? FromCall { get; init; }
}
