namespace CallFlows.Protocol.Callbacks;

/// <summary>A prompt could not be played.</summary>
public sealed record PlayFailedData : CallbackData
{
    /// <summary>Which prompt, counted from 0.</summary>
    public int? FailedPlaySourceIndex { get; init; }
}
