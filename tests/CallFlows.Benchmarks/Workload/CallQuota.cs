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

    public static CallQuota For(TimeSpan time) => new(Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency), long.MaxValue);

    public static CallQuota Of(long calls) => new(long.MaxValue, calls);


    public bool TryTake()
    {
        if (Stopwatch.GetTimestamp() >= _until || Interlocked.Decrement(ref _left) < 0)
        {
            return false;
        }

        return true;
    }
}
