using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.Rest;

/// <summary>Body of <c>:startContinuousDtmfRecognition</c> and <c>:stopContinuousDtmfRecognition</c>.</summary>
public sealed record ContinuousDtmfRecognitionRequest : WireModel
{
    /// <summary>Whose tones are reported. Required.</summary>
    public CommunicationIdentifierModel? TargetParticipant { get; init; }

    /// <summary>The app's own text, given back in the answer and in every event of this operation.</summary>
    public string? OperationContext { get; init; }

    /// <summary>Absolute URI that gets this operation's events instead of the call's callback URI.</summary>
    public string? OperationCallbackUri { get; init; }
}
