using System.Diagnostics;

namespace CallFlows.Benchmarks.Workload;

/// <summary>How many calls may still begin: for a time, or a number of them. Shared by all callers.</summary>
internal sealed class CallQuota
{
    private readonly long _until;
    private long _left;

    private CallQuota(long until, long left)
    {
        _until = until;
        _left = left;
    }

    public static CallQuota For(TimeSpan time) => Of(long.MaxValue, time);

    public static CallQuota Of(long calls) => new(long.MaxValue, calls);

    /// <summary>A number of calls, but no longer than a time.</summary>
    public static CallQuota Of(long calls, TimeSpan atMost) =>
        new(Stopwatch.GetTimestamp() + (long)(atMost.TotalSeconds * Stopwatch.Frequency), calls);

    public bool TryTake()
    {
        if (Stopwatch.GetTimestamp() >= _until || Interlocked.Decrement(ref _left) < 0)
        {
            return false;
        }

        return true;
    }
}
