using System.Globalization;

namespace CallFlows.Protocol.Callbacks;

/// <summary>The form of a CloudEvent's time: up to seven digits of a second with trailing zeros dropped, in UTC, written <c>+00:00</c>.</summary>
public static class CallbackTime
{
    /// <summary>Writes a time as the service does.</summary>
    /// <param name="time">The time, of any offset.</param>
    /// <returns>E.g. <c>2025-09-01T08:51:31.50806+00:00</c>.</returns>
    public static string Format(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'+00:00'", CultureInfo.InvariantCulture);

    /// <summary>Reads a time in any form of ISO 8601 with an offset; without one it counts as UTC.</summary>
    /// <param name="text">The text.</param>
    /// <param name="time">The time in UTC.</param>
    /// <returns>False when the text isn't a time.</returns>
    public static bool TryParse(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
