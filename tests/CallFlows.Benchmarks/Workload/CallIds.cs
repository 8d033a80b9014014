using System.Globalization;

namespace CallFlows.Benchmarks.Workload;

/// <summary>The ids of one caller's calls; each tells whose it is.</summary>
internal sealed class CallIds(int caller)
{
    private const int CallerDigits = 4;
    private readonly string _prefix = caller.ToString($"D{CallerDigits}", CultureInfo.InvariantCulture);
    private long _next;

    public static int CallerOf(ReadOnlySpan<char> id) => int.Parse(id[..CallerDigits], NumberStyles.None, CultureInfo.InvariantCulture);

    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{_prefix}-call-{_next++:D10}");
}
