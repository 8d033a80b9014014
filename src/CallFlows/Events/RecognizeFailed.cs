using CallFlows.Recognition;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.RecognizeFailed</c>: the caller gave nothing, or nothing that fits, or a prompt could not be played.</summary>
public sealed record RecognizeFailed : CallEvent
{
    /// <summary>Which of the prompts failed, from 0.</summary>
    public int? FailedPlaySourceIndex { get; init; }

    /// <summary>The keys that were pressed before the time between two keys ran out, if the service tells them.</summary>
    public IReadOnlyList<Tone>? Tones { get; init; }
}
