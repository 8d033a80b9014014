namespace CallFlows.Protocol.Callbacks;

/// <summary>No input, or none that fits.</summary>
public sealed record RecognizeFailedData : CallbackData
{
    /// <summary>Which prompt could not be played, counted from 0; absent when it wasn't a prompt that failed.</summary>
    public int? FailedPlaySourceIndex { get; init; }

    /// <summary>The tones until the pause got too long, if the service tells them.</summary>
    public DtmfResultModel? DtmfResult { get; init; }
}
