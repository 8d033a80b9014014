namespace CallFlows.Recognition;

/// <summary>Keys as text: <c>0</c>–<c>9</c>, <c>A</c>–<c>D</c>, <c>#</c>, <c>*</c>.</summary>
public static class Tones
{
    private const string Keys = "0123456789ABCD#*";

    /// <summary>The key's character.</summary>
    public static char ToChar(this Tone tone) => Keys[(int)tone];

    /// <summary>The keys' characters in order.</summary>
    public static string ToText(this IEnumerable<Tone> tones) => string.Concat(tones.Select(ToChar));

    /// <summary>Reads keys from text.</summary>
    /// <exception cref="FormatException">A character is no key.</exception>
    public static IReadOnlyList<Tone> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Tone[] tones = new Tone[text.Length];
        for (int i = 0; i < text.Length; i++)
        {
            int key = Keys.IndexOf(char.ToUpperInvariant(text[i]), StringComparison.Ordinal);
            tones[i] = key >= 0
                ? (Tone)key
                : throw new FormatException($"'{text[i]}' at position {i} is no key of a phone; the keys are {Keys}.");
        }

        return tones;
    }
}
