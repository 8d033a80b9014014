namespace CallFlows.Protocol.Callbacks;

/// <summary>Input was recognized.</summary>
public sealed record RecognizeCompletedData : CallbackData
{
    /// <summary><c>dtmf</c>, <c>speech</c> or <c>choices</c>.</summary>
    public string? RecognitionType { get; init; }

    /// <summary>The tones.</summary>
    public DtmfResultModel? DtmfResult { get; init; }

    /// <summary>The choice.</summary>
    public ChoiceResultModel? ChoiceResult { get; init; }

    /// <summary>The speech.</summary>
    public SpeechResultModel? SpeechResult { get; init; }
}
