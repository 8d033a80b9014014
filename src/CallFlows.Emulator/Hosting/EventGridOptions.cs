using CallFlows.Emulator.EventGrid;

namespace CallFlows.Emulator.Hosting;

/// <summary>Who gets Event Grid events.</summary>
public sealed class EventGridOptions
{
    /// <summary>Subscriptions that exist from the start. More can be added while running.</summary>
    public IList<EventGridSubscriptionOptions> Subscriptions { get; set; } = [];

    /// <summary>Attempts to deliver one event. 1 to 30, as in Event Grid.</summary>
    public int MaxAttempts { get; set; } = 30;

    /// <summary>How long an event is tried. 1 minute to 1 day, as in Event Grid.</summary>
    public TimeSpan TimeToLive { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How long to wait for an answer, by the real clock. Above 0, up to 5 minutes.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
