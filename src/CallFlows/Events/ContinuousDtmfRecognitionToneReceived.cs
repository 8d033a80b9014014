using CallFlows.Recognition;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.ContinuousDtmfRecognitionToneReceived</c>: a key was pressed while every key is listened for.</summary>
public sealed record ContinuousDtmfRecognitionToneReceived : CallEvent
{
    /// <summary>Counts the keys.</summary>
    public int SequenceId { get; init; }

    /// <summary>Which key.</summary>
    public Tone? Tone { get; init; }
}
