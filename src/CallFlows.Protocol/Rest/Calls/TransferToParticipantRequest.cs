using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>:transferToParticipant</c>.</summary>
public sealed record TransferToParticipantRequest : WireModel
{
    /// <summary>Who takes the call over. Required.</summary>
    public CommunicationIdentifierModel? TargetParticipant { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Which participant of a group call is handed over.</summary>
    public CommunicationIdentifierModel? Transferee { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }

    /// <summary>Headers handed to the target.</summary>
    public CustomCallingContextModel? CustomCallingContext { get; init; }

    /// <summary>The number shown to the target.</summary>
    public PhoneNumberIdentifierModel? SourceCallerIdNumber { get; init; }
}
