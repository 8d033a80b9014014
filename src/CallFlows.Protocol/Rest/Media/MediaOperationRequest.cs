namespace CallFlows.Protocol.Rest;

/// <summary>Body of operations that take no more than a context: <c>:stopTranscription</c>, <c>:startMediaStreaming</c>, <c>:stopMediaStreaming</c>.</summary>
public sealed record MediaOperationRequest : WireModel
{
    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
