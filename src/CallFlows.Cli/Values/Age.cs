using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CallFlows.Cli.Values;

/// <summary>A time span as people write it: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>30d</c>, <c>4w</c>.</summary>
internal static class Age
{
    private const int MaxDays = 36_500;

    public static bool TryParse(string text, [NotNullWhen(true)] out TimeSpan? age)
    {
        age = null;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int count))
        {
            return false;
        }

        double seconds = text[^1] switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            'd' => 86_400,
            'w' => 7 * 86_400,
            _ => double.NaN,
        };
        seconds *= count;
        if (seconds <= TimeSpan.FromDays(MaxDays).TotalSeconds)
        {
            age = TimeSpan.FromSeconds(seconds);
        }

        return age is not null;
    }
}
