using CallFlows.Emulator.Phones;

namespace CallFlows.Emulator.Media;

/// <summary>What was recognised.</summary>
internal abstract record RecognizeOutcome
{
    public sealed record Tones(IReadOnlyList<Tone> Collected) : RecognizeOutcome;

    public sealed record Choice(string Label, string? Phrase) : RecognizeOutcome;

    public sealed record Speech(string Text) : RecognizeOutcome;
}
