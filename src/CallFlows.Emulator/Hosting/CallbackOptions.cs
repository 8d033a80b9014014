namespace CallFlows.Emulator.Hosting;

/// <summary>
/// How callbacks are delivered. A connection's events are sent one after another, each in its own POST. An answer of
/// 5xx, 408 or 429, and no answer, are tried again; other 4xx are not. The service's own rules aren't documented.
/// </summary>
public sealed class CallbackOptions
{
    /// <summary>Attempts for one event. 1 to 20.</summary>
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Wait before the second attempt; doubles with each further one. Above 0, up to 1 hour.</summary>
    public TimeSpan FirstRetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a wait before an attempt gets at most. Above 0, up to 1 hour.</summary>
    public TimeSpan LongestRetryDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long a delivery is on its way, by the emulator's clock, those of Event Grid too. 0 to 1 minute. Above zero, a clock advanced by hand
    /// brings deliveries one at a time, in the same order in every run.
    /// </summary>
    public TimeSpan TravelTime { get; set; }

    /// <summary>
    /// How long one token serves for the callbacks of all connections, by the emulator's clock. 0 to 4 minutes. Default zero: each callback has a token
    /// of its own, as the service's have. Signing costs more than everything else of a delivery, so tests without a server share tokens.
    /// </summary>
    public TimeSpan TokenReuse { get; set; }

    /// <summary>How long to wait for an answer, by the real clock: a clock advanced by hand stands still meanwhile. Above 0, up to 5 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
