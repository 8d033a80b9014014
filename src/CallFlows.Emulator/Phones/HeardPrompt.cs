using CallFlows.Emulator.Media;

namespace CallFlows.Emulator.Phones;

/// <summary>A prompt that a phone heard.</summary>
/// <param name="Number">Position among the prompts this phone heard, from 1.</param>
/// <param name="Kind">What the prompt is made of.</param>
/// <param name="Content">The text, the SSML or the file's address, as the app sent it.</param>
/// <param name="Words">The words in it; empty for a file.</param>
/// <param name="StartedAt">When it started playing.</param>
/// <param name="EndedAt">When it stopped; null while it plays.</param>
/// <param name="Interrupted">True when it stopped before its end.</param>
public sealed record HeardPrompt(
    int Number, PromptKind Kind, string Content, string Words, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool Interrupted)
{
    /// <summary>Whether a text is part of what was heard, or of the file's address; case and punctuation don't count.</summary>
    /// <param name="text">The text.</param>
    public bool Contains(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Words.Contains(text, StringComparison.OrdinalIgnoreCase) || Content.Contains(text, StringComparison.OrdinalIgnoreCase))
            return true;
        string wanted = Phrases.Normalise(text);
        return wanted.Length > 0 && Phrases.Normalise(Words).Contains(wanted, StringComparison.Ordinal);
    }
}
