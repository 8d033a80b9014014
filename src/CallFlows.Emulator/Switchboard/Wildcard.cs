namespace CallFlows.Emulator.Switchboard;

/// <summary>Patterns in which <c>*</c> stands for any characters, or none. Case doesn't count.</summary>
internal static class Wildcard
{
    /// <summary>Whether a pattern fits somebody's raw id, or their phone number as it is dialled.</summary>
    public static bool Matches(string pattern, PartyId party) =>
        Matches(pattern, party.RawId) || (party.Number is { } number && Matches(pattern, number));

    public static bool Matches(string pattern, string text)
    {
        string[] parts = pattern.Split('*');
        if (parts.Length == 1)
            return string.Equals(pattern, text, StringComparison.OrdinalIgnoreCase);
        if (!text.StartsWith(parts[0], StringComparison.OrdinalIgnoreCase))
            return false;

        int at = parts[0].Length;
        foreach (string part in parts.AsSpan(1, parts.Length - 2))
        {
            int found = text.IndexOf(part, at, StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return false;
            at = found + part.Length;
        }

        return text.Length - at >= parts[^1].Length && text.EndsWith(parts[^1], StringComparison.OrdinalIgnoreCase);
    }
}
