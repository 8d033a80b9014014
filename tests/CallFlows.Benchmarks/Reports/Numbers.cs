using System.Globalization;

namespace CallFlows.Benchmarks.Reports;

/// <summary>Writes numbers for people: three digits that matter, and a unit.</summary>
internal static class Numbers
{
    public static string Count(double value) => value >= 100
        ? value.ToString("#,0", CultureInfo.InvariantCulture)
        : value.ToString("0.##", CultureInfo.InvariantCulture);

    public static string Ratio(double value) => value >= 10
        ? value.ToString("0.0 ×", CultureInfo.InvariantCulture)
        : value.ToString("0.00 ×", CultureInfo.InvariantCulture);

    public static string Percent(double share) => (share * 100).ToString("0.00 '%'", CultureInfo.InvariantCulture);

    public static string Time(TimeSpan time) => Microseconds(time.TotalMicroseconds);

    public static string Microseconds(double value) => value switch
    {
        < 1_000 => Digits(value) + " µs",
        < 1_000_000 => Digits(value / 1_000) + " ms",
        _ => Digits(value / 1_000_000) + " s",
    };

    public static string Bytes(double value) => value switch
    {
        < 1024 => Digits(value) + " B",
        < 1024 * 1024 => Digits(value / 1024) + " KiB",
        < 1024.0 * 1024 * 1024 => Digits(value / 1024 / 1024) + " MiB",
        _ => Digits(value / 1024 / 1024 / 1024) + " GiB",
    };

    private static string Digits(double value) => Math.Abs(value) switch
    {
        >= 100 => value.ToString("0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0.00", CultureInfo.InvariantCulture),
    };
}
