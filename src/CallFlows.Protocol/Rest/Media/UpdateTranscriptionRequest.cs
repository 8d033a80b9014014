namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>:updateTranscription</c>.</summary>
public sealed record UpdateTranscriptionRequest : WireModel
{
    /// <summary>New language as a BCP 47 tag.</summary>
    public string? Locale { get; init; }

    /// <summary>A custom speech model.</summary>
    public string? SpeechModelEndpointId { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
