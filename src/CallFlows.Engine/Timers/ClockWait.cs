namespace CallFlows.Engine.Timers;

/// <summary>How long a clock's timer is set for.</summary>
internal static class ClockWait
{
    // A clock's timer takes about 49 days at most; years are waited for in steps.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(40);

    /// <summary>The wait until a time, or its first step: whoever wakes up looks at the time again. Null is never.</summary>
    public static TimeSpan Until(DateTimeOffset? time, DateTimeOffset now)
    {
        if (time is null)
        {
            return Timeout.InfiniteTimeSpan;
        }

        TimeSpan wait = time.Value - now;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
    }
}
