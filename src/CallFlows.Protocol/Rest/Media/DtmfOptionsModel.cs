namespace CallFlows.Protocol.Rest;

/// <summary>How to collect tones.</summary>
public sealed record DtmfOptionsModel : WireModel
{
    /// <summary>Longest pause between two tones, 1 to 60 seconds.</summary>
    public int? InterToneTimeoutInSeconds { get; init; }

    /// <summary>How many tones end the recognition.</summary>
    public int? MaxTonesToCollect { get; init; }

    /// <summary>Tones that end the recognition, each one of <see cref="DtmfTones"/>.</summary>
    public IReadOnlyList<string>? StopTones { get; init; }
}
