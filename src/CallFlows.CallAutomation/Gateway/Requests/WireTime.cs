namespace CallFlows.CallAutomation.Gateway.Requests;

/// <summary>Times in the units of the service, rounded up: a caller gets at least the time that the flow's author asked for.</summary>
public static class WireTime
{
    /// <summary>Whole seconds.</summary>
    /// <param name="time">The time; null stays null.</param>
    public static int? Seconds(TimeSpan? time) => time is { } t ? (int)Math.Min(int.MaxValue, Math.Ceiling(t.TotalSeconds)) : null;

    /// <summary>Whole milliseconds.</summary>
    /// <param name="time">The time; null stays null.</param>
    public static long? Milliseconds(TimeSpan? time) => time is { } t ? (long)Math.Ceiling(t.TotalMilliseconds) : null;
}
