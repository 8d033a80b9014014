using CallFlows.Recognition;

namespace CallFlows.Events;

/// <summary><c>Microsoft.Communication.RecognizeCompleted</c>: the caller gave what was asked for.</summary>
public sealed record RecognizeCompleted : CallEvent
{
    /// <summary>What was recognised; null when it is of a kind this version doesn't know.</summary>
    public RecognitionKind? RecognitionType { get; init; }

    /// <summary>The keys, when keys were recognised.</summary>
    public IReadOnlyList<Tone>? Tones { get; init; }

    /// <summary>The choice, when one was made.</summary>
    public string? ChoiceLabel { get; init; }

    /// <summary>What the caller said for the choice.</summary>
    public string? RecognizedPhrase { get; init; }

    /// <summary>What the caller said, when free speech was recognised.</summary>
    public string? Speech { get; init; }

    /// <summary>How sure the service is, 0 to 1.</summary>
    public double? Confidence { get; init; }
}
