using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>participants:add</c>.</summary>
public sealed record AddParticipantRequest : WireModel
{
    /// <summary>Whom to invite. Required.</summary>
    public CommunicationIdentifierModel? ParticipantToAdd { get; init; }

    /// <summary>The number shown; needed for a telephone number.</summary>
    public PhoneNumberIdentifierModel? SourceCallerIdNumber { get; init; }

    /// <summary>The name shown.</summary>
    public string? SourceDisplayName { get; init; }

    /// <summary>How long it may ring, 0 to 180 seconds.</summary>
    public int? InvitationTimeoutInSeconds { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }

    /// <summary>Headers handed to the invitee.</summary>
    public CustomCallingContextModel? CustomCallingContext { get; init; }
}
