namespace CallFlows.Protocol.Rest;

/// <summary>The AI service used for speech and text.</summary>
public sealed record CallIntelligenceOptionsModel : WireModel
{
    /// <summary>Absolute URI of the service.</summary>
    public string? CognitiveServicesEndpoint { get; init; }
}
