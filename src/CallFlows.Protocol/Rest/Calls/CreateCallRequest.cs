using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>POST /calling/callConnections</c>: place a call to one or more targets.</summary>
public sealed record CreateCallRequest : WireModel
{
    /// <summary>Whom to call. Required.</summary>
    public IReadOnlyList<CommunicationIdentifierModel>? Targets { get; init; }

    /// <summary>The number shown to the callee; needed when a target is a telephone number.</summary>
    public PhoneNumberIdentifierModel? SourceCallerIdNumber { get; init; }

    /// <summary>The name shown to the callee.</summary>
    public string? SourceDisplayName { get; init; }

    /// <summary>The app's own identity; the service makes one up when absent.</summary>
    public CommunicationUserIdentifierModel? Source { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI for the call's events. Required.</summary>
    public string? CallbackUri { get; init; }

    /// <summary>The AI service for speech and text; needed for text prompts and speech recognition.</summary>
    public CallIntelligenceOptionsModel? CallIntelligenceOptions { get; init; }

    /// <summary>Headers handed to the callee (preview versions).</summary>
    public CustomCallingContextModel? CustomCallingContext { get; init; }

    /// <summary>Streams the call's audio to a web socket.</summary>
    public MediaStreamingOptionsModel? MediaStreamingOptions { get; init; }

    /// <summary>Streams the call's transcript to a web socket.</summary>
    public TranscriptionOptionsModel? TranscriptionOptions { get; init; }

    /// <summary>A Teams application that places the call.</summary>
    public MicrosoftTeamsAppIdentifierModel? TeamsAppSource { get; init; }
}
