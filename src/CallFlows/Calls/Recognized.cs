using CallFlows.Events;
using CallFlows.Recognition;

namespace CallFlows.Calls;

/// <summary>What a caller gave.</summary>
/// <param name="Outcome">How the recognition ended.</param>
public sealed record Recognized(RecognizeOutcome Outcome)
{
    /// <summary>The keys; empty when none were recognised.</summary>
    public IReadOnlyList<Tone> Tones { get; init; } = [];

    /// <summary>The label of the choice, or null.</summary>
    public string? Choice { get; init; }

    /// <summary>What the caller said, for a choice or as free speech; null when nothing was said.</summary>
    public string? Speech { get; init; }

    /// <summary>How sure the service is of the speech, 0 to 1; null when it doesn't say.</summary>
    public double? Confidence { get; init; }

    /// <summary>The service's own rating, when it gave one.</summary>
    public ResultInformation? Result { get; init; }
}
