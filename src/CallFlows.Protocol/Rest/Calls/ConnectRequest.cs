namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>POST /calling/callConnections:connect</c>: join a running call.</summary>
public sealed record ConnectRequest : WireModel
{
    /// <summary>The call to join. Required.</summary>
    public CallLocatorModel? CallLocator { get; init; }

    /// <summary>Absolute URI for the events of the new connection. Required.</summary>
    public string? CallbackUri { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>The AI service for speech and text.</summary>
    public CallIntelligenceOptionsModel? CallIntelligenceOptions { get; init; }

    /// <summary>Streams the call's audio to a web socket.</summary>
    public MediaStreamingOptionsModel? MediaStreamingOptions { get; init; }

    /// <summary>Streams the call's transcript to a web socket.</summary>
    public TranscriptionOptionsModel? TranscriptionOptions { get; init; }
}
