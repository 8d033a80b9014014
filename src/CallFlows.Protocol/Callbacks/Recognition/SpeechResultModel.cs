namespace CallFlows.Protocol.Callbacks;

/// <summary>Recognized speech.</summary>
public sealed record SpeechResultModel : WireModel
{
    /// <summary>What was said.</summary>
    public string? Speech { get; init; }

    /// <summary>How sure the service is, 0 to 1.</summary>
    public double? Confidence { get; init; }
}
