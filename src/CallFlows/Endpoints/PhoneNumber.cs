using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace CallFlows.Endpoints;

/// <summary>A number of the public telephone network. Raw id <c>4:{number}</c>.</summary>
[JsonConverter(typeof(EndpointJsonConverterFactory))]
public sealed partial record PhoneNumber : CallEndpoint
{
    /// <summary>Makes a phone number.</summary>
    /// <param name="number">In E.164: a plus sign and 2 to 15 digits; or <c>anonymous</c> for a caller who withholds it.</param>
    /// <exception cref="FormatException">It is neither.</exception>
    public PhoneNumber(string number)
        : base("4:" + Checked(number)) => Number = number;

    private PhoneNumber(string rawId, string number)
        : base(rawId) => Number = number;

    /// <summary>The number in E.164, or <c>anonymous</c>.</summary>
    public string Number { get; }

    /// <summary>Whether the caller withholds the number: it can't be called back.</summary>
    public bool IsAnonymous => Number == "anonymous";

    /// <inheritdoc/>
    public bool Equals(PhoneNumber? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();

    /// <summary>Masks the phone numbers in a text, in the form in which endpoints are shown, and leaves the rest as it is.</summary>
    /// <param name="text">Such as a message of the service, which may name people by number or raw id.</param>
    public static string MaskIn(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Numbers().Replace(text, match => FromService(match.Value).ToString());
    }

    /// <summary>Reads a raw id's tail as the service sent it, also in forms that can't be dialled.</summary>
    internal static PhoneNumber FromService(string tail) => new("4:" + tail, tail);

    internal static bool IsE164(ReadOnlySpan<char> text) =>
        text.Length is >= 3 and <= 16 && text[0] == '+' && text[1] != '0' && !text[1..].ContainsAnyExceptInRange('0', '9');

    private protected override string Masked() =>
        IsAnonymous ? Number
        : Number.Length >= 8 ? $"{Number[..^7]}•••{Number[^4..]}"
        : $"•••{Number[^(Number.Length / 3)..]}";

    // In E.164, the plus sign perhaps encoded for a URL; as the tail of a raw id, which may lack it; or 10 to 15 digits alone, which are no
    // part of an id or of a fraction, or follow an encoded space, which a plus sign in a URL becomes. Not what is left of a masked number.
    [GeneratedRegex(
        @"(?>(?:\+|%(?:25)*2[Bb])[1-9][0-9]{6,14}"
        + @"|(?<=\b4(?::|%(?:25)*3[Aa]))[0-9]{7,15}"
        + @"|(?:(?<=%(?:25)*20)|(?<![\w.•%+-]))[1-9][0-9]{9,14}(?!\w|\.[0-9]))(?!•)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();

    private static string Checked(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number == "anonymous" || IsE164(number)
            ? number
            : throw new FormatException("A phone number must be in E.164: a plus sign and 2 to 15 digits, such as +14255550123.");
    }
}
