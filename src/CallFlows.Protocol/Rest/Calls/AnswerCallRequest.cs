using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>POST /calling/callConnections:answer</c>.</summary>
public sealed record AnswerCallRequest : WireModel
{
    /// <summary>The secret text of the IncomingCall event that stands for the ringing call. Required.</summary>
    public string? IncomingCallContext { get; init; }

    /// <summary>Absolute URI for the call's events. Required.</summary>
    public string? CallbackUri { get; init; }

    /// <summary>Headers (preview versions).</summary>
    public CustomCallingContextModel? CustomCallingContext { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>The AI service for speech and text.</summary>
    public CallIntelligenceOptionsModel? CallIntelligenceOptions { get; init; }

    /// <summary>The app's own identity.</summary>
    public CommunicationUserIdentifierModel? AnsweredBy { get; init; }

    /// <summary>Streams the call's audio to a web socket.</summary>
    public MediaStreamingOptionsModel? MediaStreamingOptions { get; init; }

    /// <summary>Streams the call's transcript to a web socket.</summary>
    public TranscriptionOptionsModel? TranscriptionOptions { get; init; }
}
