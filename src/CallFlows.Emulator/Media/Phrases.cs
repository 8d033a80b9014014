namespace CallFlows.Emulator.Media;

/// <summary>Compares what was said with what was expected: case, punctuation and spacing don't count.</summary>
internal static class Phrases
{
    public static string Normalise(string text)
    {
        IEnumerable<char> letters = text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ');
        return string.Join(' ', string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
