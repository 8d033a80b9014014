using System.Globalization;

namespace CallFlows.AspNetCore.Settings;

/// <summary>
/// A time in a setting: <c>90s</c>, <c>15m</c>, <c>2h</c>, <c>30d</c>, <c>4w</c> or <c>forever</c>. Not .NET's own notation, where <c>24:00:00</c>
/// is 24 days.
/// </summary>
internal static class SettingTime
{
    public const string Forever = "forever";

    /// <returns>The time, infinite for <c>forever</c>; null when it is none.</returns>
    public static TimeSpan? Read(string? text)
    {
        if (text == Forever)
        {
            return Timeout.InfiniteTimeSpan;
        }

        return UnitOf(text) is { } unit && int.TryParse(text.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture, out int count)
            && count <= TimeSpan.MaxValue / unit
                ? count * unit
                : null;
    }

    private static TimeSpan? UnitOf(string? text) => text is not [.., var last] ? null : last switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        'd' => TimeSpan.FromDays(1),
        'w' => TimeSpan.FromDays(7),
        _ => null,
    };
}
