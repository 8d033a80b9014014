using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Answer of create, answer, connect and get call: one side's view of a call.</summary>
public sealed record CallConnectionPropertiesModel : WireModel
{
    /// <summary>The id of this side's connection.</summary>
    public string? CallConnectionId { get; init; }

    /// <summary>The id of the conversation; absent in the answer of create.</summary>
    public string? ServerCallId { get; init; }

    /// <summary>Who was called; empty after connect.</summary>
    public IReadOnlyList<CommunicationIdentifierModel>? Targets { get; init; }

    /// <summary>One of <see cref="CallConnectionStates"/>.</summary>
    public string? CallConnectionState { get; init; }

    /// <summary>Where the events go.</summary>
    public string? CallbackUri { get; init; }

    /// <summary>The number shown to the callee.</summary>
    public PhoneNumberIdentifierModel? SourceCallerIdNumber { get; init; }

    /// <summary>The caller's name; an empty text on the creating side, the number on an answered PSTN call.</summary>
    public string? SourceDisplayName { get; init; }

    /// <summary>Who calls.</summary>
    public CommunicationIdentifierModel? Source { get; init; }

    /// <summary>Ties logs and events of the call together.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>The app's identity on an answered call.</summary>
    public CommunicationUserIdentifierModel? AnsweredBy { get; init; }

    /// <summary>Id of the audio subscription (some preview versions).</summary>
    public string? MediaSubscriptionId { get; init; }

    /// <summary>Id of the transcription subscription (some preview versions).</summary>
    public string? DataSubscriptionId { get; init; }

    /// <summary>State of audio streaming.</summary>
    public MediaStreamingSubscriptionModel? MediaStreamingSubscription { get; init; }

    /// <summary>State of transcription.</summary>
    public TranscriptionSubscriptionModel? TranscriptionSubscription { get; init; }

    /// <summary>The number that was dialled, on a PSTN call.</summary>
    public PhoneNumberIdentifierModel? AnsweredFor { get; init; }
}
