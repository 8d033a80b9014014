namespace CallFlows.Protocol.Callbacks;

/// <summary>One tone, while continuous recognition runs.</summary>
public sealed record ContinuousDtmfRecognitionToneReceivedData : CallbackData
{
    /// <summary>Counts the tones.</summary>
    public int? SequenceId { get; init; }

    /// <summary>The tone.</summary>
    public string? Tone { get; init; }
}
