namespace CallFlows.Emulator.Phones;

/// <summary>Tones as text: the words of the protocol, and the characters of a keypad.</summary>
public static class Tones
{
    private const string Keys = "0123456789ABCD#*";

    /// <summary>Reads keypad characters, e.g. <c>12#</c>. Spaces are skipped.</summary>
    /// <param name="keys">Characters 0–9, A–D in either case, # and *.</param>
    /// <returns>One tone for each key.</returns>
    /// <exception cref="FormatException">A character is no key.</exception>
    public static IReadOnlyList<Tone> FromKeys(string keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return keys.Where(key => key != ' ').Select(FromKey).ToArray();
    }

    /// <summary>The character on the key of a tone.</summary>
    /// <param name="tone">The tone.</param>
    /// <returns>One of 0–9, A–D, #, *.</returns>
    public static char ToKey(Tone tone) => Keys[(int)tone];

    internal static string ToWire(Tone tone) => tone.ToString().ToLowerInvariant();

    internal static bool TryParseWire(string? text, out Tone tone)
    {
        tone = default;
        return text is { Length: > 0 } && text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out tone);
    }

    private static Tone FromKey(char key)
    {
        int index = Keys.IndexOf(char.ToUpperInvariant(key), StringComparison.Ordinal);
        return index >= 0 ? (Tone)index : throw new FormatException($"'{key}' is no telephone key. Use 0-9, A-D, # and *.");
    }
}
