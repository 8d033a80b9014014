namespace CallFlows.Emulator.Switchboard;

/// <summary>Who somebody is on the switchboard: the raw id of the protocol, compared as it stands.</summary>
internal readonly record struct PartyId(string RawId)
{
    private const string NumberPrefix = "4:";

    public bool IsPhoneNumber => RawId.StartsWith(NumberPrefix, StringComparison.Ordinal);

    /// <summary>The number without its raw id prefix; null when this is no phone number.</summary>
    public string? Number => IsPhoneNumber ? RawId[NumberPrefix.Length..] : null;

    /// <summary>Reads a raw id, or a bare phone number such as <c>+15551234567</c>.</summary>
    public static bool TryParse(string? text, out PartyId id)
    {
        id = default;
        string trimmed = text?.Trim() ?? "";
        if (trimmed.Length is 0 or > 512 || trimmed.Any(char.IsControl))
            return false;
        if (trimmed[0] == '+')
        {
            id = OfNumber(trimmed);
            return trimmed.Length is > 3 and <= 20 && trimmed.Skip(1).All(char.IsAsciiDigit);
        }

        id = new PartyId(trimmed);
        return trimmed.Contains(':', StringComparison.Ordinal);
    }

    public static PartyId OfNumber(string number) => new(NumberPrefix + number);

    /// <summary>Enough to tell parties apart in a log, never a whole phone number.</summary>
    public string Masked => RawId.Length <= 6 ? "…" : "…" + RawId[^4..];

    public override string ToString() => RawId;
}
