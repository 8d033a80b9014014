using System.Globalization;
using System.Text.RegularExpressions;
using CallFlows.Engine.Execution;

namespace CallFlows.Engine.Redaction;

/// <summary>
/// What stands in one history in place of personal values. Equal values get the same one; it is made of how many came before, never of the
/// value, so that nothing can be computed back.
/// </summary>
internal sealed partial class Pseudonyms
{
    private const string FirstDay = "2000-01-01";
    private const int DateLength = 10;

    /// <summary>How many ids of the flow's own making are known: those it is likely to have made.</summary>
    private const int KnownGuids = 256;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _phones = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _digits = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _dates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, Guid> _guids = [];
    private readonly Dictionary<Guid, Guid> _ownGuids = [];
    private readonly HashSet<string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _kept;
    private readonly string _original;
    private readonly IReadOnlySet<string> _phonesInHistory;
    private int _nextPhone;

    /// <param name="history">The history as it is.</param>
    /// <param name="newInstanceId">The instance's id in the redacted one.</param>
    /// <param name="original">The text of all its payloads: no phone number is given out that stands in there.</param>
    /// <param name="phones">The digits of its phone numbers, if they are known: bare digits that are one get what the number gets.</param>
    /// <param name="kept">Values that stay as they are wherever they stand.</param>
    public Pseudonyms(RecordedHistory history, string newInstanceId, string original, IReadOnlySet<string> phones, HashSet<string> kept)
    {
        _phonesInHistory = phones;
        _original = original;
        _kept = kept;
        DateTimeOffset started = history.Events[0].Time;
        for (int i = 1; i <= KnownGuids; i++)
        {
            // A flow makes ids of its instance's: one that comes back from outside must stay the one that it has made.
            _ownGuids[DeterministicGuid.Create(history.InstanceId, history.Execution, started, i)] =
                DeterministicGuid.Create(newInstanceId, history.Execution, started, i);
        }
    }

    /// <summary>The digits of phone numbers and the ids of users that must not be found in what is exported.</summary>
    public IEnumerable<string> Originals => _phones.Keys.Where(digits => digits.Length >= 7).Concat(_users.Keys.Where(id => id.Length >= 10));

    /// <summary>The digits of the phone numbers that have come so far.</summary>
    public IReadOnlySet<string> Phones => _phones.Keys.ToHashSet(StringComparer.Ordinal);

    public string Text(string value) => _kept.Contains(value) ? value : Take(_texts, value, number => $"text-{number}");

    public string Id(string value) => _kept.Contains(value) ? value : Take(_ids, value, number => $"id-{number}");

    public string Address(string value) =>
        _kept.Contains(value) ? value : Take(_addresses, value, number => $"{value[..value.IndexOf(':', StringComparison.Ordinal)]}://redacted.example/{number}");

    /// <summary>Another day for the day that a date or time begins with.</summary>
    public string Date(string value) => _kept.Contains(value) ? value : Take(_dates, value[..DateLength], number =>
        DateOnly.ParseExact(FirstDay, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(number - 1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) + value[DateLength..];

    public string Guid(string value)
    {
        if (_kept.Contains(value) || !System.Guid.TryParse(value, out Guid id))
        {
            return value;
        }

        if (!_ownGuids.TryGetValue(id, out Guid other) && !_guids.TryGetValue(id, out other))
        {
            other = new Guid(0, 0, 0x4000, [0x80, 0, 0, 0, .. BitConverter.GetBytes(_guids.Count + 1).Reverse()]);
            _guids.Add(id, other);
        }

        return other.ToString(value.Contains('-', StringComparison.Ordinal) ? "D" : "N");
    }

    /// <summary>Other digits of the same length; keys that are no digits stay.</summary>
    public string Digits(string value) => _kept.Contains(value) ? value
        : _phonesInHistory.Contains(value) ? Phone(value)
        : Runs().Replace(value, run => Take(_digits, run.Value, number => OtherDigits(run.Value, number)));

    /// <summary>Another phone number, user or application of the same kind.</summary>
    public string Endpoint(string rawId)
    {
        if (_kept.Contains(rawId) || _given.Contains(rawId))
        {
            return rawId;
        }

        if (rawId.StartsWith('+') || rawId.StartsWith("4:", StringComparison.Ordinal))
        {
            int number = rawId[0] == '+' ? 0 : 2;
            return rawId[..number] + Phone(rawId[number..]);
        }

        int tail = rawId.LastIndexOf(':') + 1;
        string other = rawId[..tail] + string.Join('_', rawId[tail..].Split('_').Select(User));
        _given.Add(other);
        return other;
    }

    /// <summary>A text of the flow's own with other phone numbers and users in it.</summary>
    public string Within(string text) => PhonesIn().Replace(UsersIn().Replace(text, id => Endpoint(id.Value)), number => Phone(number.Value));

    private string OtherDigits(string value, int number)
    {
        if (value.Length == 1)
        {
            return "5";
        }

        string other = number.ToString(CultureInfo.InvariantCulture).PadLeft(value.Length, '5')[^value.Length..];
        other = other == value ? $"6{other[1..]}" : other;

        // It may look like a number of a phone where the flow's code writes it.
        _given.Add(other);
        return other;
    }

    private string Phone(string number)
    {
        string digits = number.TrimStart('+');
        if (digits.Length == 0 || !char.IsAsciiDigit(digits[0]) || _kept.Contains(number) || _kept.Contains($"4:{number}") || _given.Contains(digits))
        {
            // Nobody is told by 'anonymous'.
            return number;
        }

        return number[..^digits.Length] + Take(_phones, digits, _ => NextPhone());
    }

    /// <summary>A number of those that are kept for fiction: 555-0100 to 555-0199 in each area of North America.</summary>
    private string NextPhone()
    {
        string digits;
        do
        {
            digits = string.Create(CultureInfo.InvariantCulture, $"1{200 + (_nextPhone / 100)}55501{_nextPhone % 100:00}");
            _nextPhone++;
        }
        while (_original.Contains(digits, StringComparison.Ordinal));
        _given.Add(digits);
        return digits;
    }

    private string User(string id) => System.Guid.TryParse(id, out _)
        ? Take(_users, id, number => new Guid(0, 0, 0x4000, [0x80, 1, 0, 0, .. BitConverter.GetBytes(number).Reverse()]).ToString(id.Contains('-', StringComparison.Ordinal) ? "D" : "N"))
        : Take(_users, id, number => $"user-{number}");

    private static string Take(Dictionary<string, string> known, string value, Func<int, string> make)
    {
        if (value.Length == 0)
        {
            return value;
        }

        if (!known.TryGetValue(value, out string? other))
        {
            known.Add(value, other = make(known.Count + 1));
        }

        return other;
    }

    [GeneratedRegex("[0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Runs();

    [GeneratedRegex(@"(?<![\w:])(?:8|28|48):(?:[A-Za-z-]+:)?[A-Za-z0-9][\w.-]*", RegexOptions.CultureInvariant)]
    private static partial Regex UsersIn();

    // As in masked texts: in E.164, as the tail of a raw id, or as bare digits that are no part of an id or a fraction.
    [GeneratedRegex(@"\+[1-9][0-9]{6,14}|(?<=\b4:)[0-9]{7,15}|(?<![\w.•%+-])[1-9][0-9]{9,14}(?!\w|\.[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex PhonesIn();
}
