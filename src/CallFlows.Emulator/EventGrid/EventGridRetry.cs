using System.Net;

namespace CallFlows.Emulator.EventGrid;

/// <summary>When Event Grid tries again (wire reference, 5.4). Without its jitter, so that runs repeat.</summary>
internal static class EventGridRetry
{
    private static readonly TimeSpan[] Backoff =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5),
        TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>Only these are success; a redirect is a failure.</summary>
    public static bool IsSuccess(HttpStatusCode status) => (int)status is >= 200 and <= 204;

    /// <summary>The wait before the next attempt; null when the event is dropped.</summary>
    /// <param name="attempts">Attempts made.</param>
    /// <param name="status">The last answer; null when there was none.</param>
    public static TimeSpan? DelayAfter(int attempts, HttpStatusCode? status)
    {
        if (status is HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge)
            return null;
        TimeSpan least = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound => TimeSpan.FromMinutes(5),
            HttpStatusCode.RequestTimeout => TimeSpan.FromMinutes(2),
            HttpStatusCode.ServiceUnavailable => TimeSpan.FromSeconds(30),
            _ => TimeSpan.FromSeconds(10),
        };
        TimeSpan next = Backoff[Math.Min(attempts, Backoff.Length) - 1];
        return next > least ? next : least;
    }
}
