namespace CallFlows.CallAutomation.Gateway.Requests;

internal static class WireTime
{
    // Rounded up: a caller gets at least the time that the flow's author asked for.
    public static int? Seconds(TimeSpan? time) => time is { } t ? (int)Math.Min(int.MaxValue, Math.Ceiling(t.TotalSeconds)) : null;

    public static long? Milliseconds(TimeSpan? time) => time is { } t ? (long)Math.Ceiling(t.TotalMilliseconds) : null;
}
