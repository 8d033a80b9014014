using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Media;

/// <summary>What to listen for, and how long (wire reference, 2.3).</summary>
internal sealed record RecognizeSettings
{
    public required PartyId Target { get; init; }

    public IReadOnlyList<Prompt> Prompts { get; init; } = [];

    public bool AcceptsTones { get; init; }

    public bool AcceptsSpeech { get; init; }

    public IReadOnlyList<RecognizeChoice> Choices { get; init; } = [];

    /// <summary>True when tones or speech end the prompt. When false, what comes during the prompt is lost.</summary>
    public bool InterruptPrompt { get; init; }

    public TimeSpan InitialSilence { get; init; }

    public TimeSpan InterTone { get; init; }

    public TimeSpan EndSilence { get; init; }

    public int MaxTones { get; init; }

    public IReadOnlyList<Tone> StopTones { get; init; } = [];
}

internal sealed record RecognizeChoice(string Label, IReadOnlyList<string> Phrases, Tone? Tone);
