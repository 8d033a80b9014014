namespace CallFlows.Protocol.Callbacks;

/// <summary>Recognized tones.</summary>
public sealed record DtmfResultModel : WireModel
{
    /// <summary>The tones in order.</summary>
    public IReadOnlyList<string>? Tones { get; init; }
}
