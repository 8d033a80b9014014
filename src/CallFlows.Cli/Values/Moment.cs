using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CallFlows.Cli.Values;

/// <summary>A point in time as people write it: in ISO 8601, UTC unless it says otherwise, or an age such as <c>2h</c> before now.</summary>
internal static class Moment
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    public static bool TryParse(string text, TimeProvider time, [NotNullWhen(true)] out DateTimeOffset? moment)
    {
        if (Age.TryParse(text, out TimeSpan? age))
        {
            moment = time.GetUtcNow() - age;
            return true;
        }

        moment = DateTimeOffset.TryParseExact(
            text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset parsed)
                ? parsed
                : null;
        return moment is not null;
    }

    /// <summary>As hosts take it.</summary>
    public static string? ForQuery(DateTimeOffset? moment) => moment?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);
}
