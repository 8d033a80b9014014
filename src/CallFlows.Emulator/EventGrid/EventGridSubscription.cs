using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.EventGrid;

/// <summary>A subscription and how far its validation has come.</summary>
internal sealed class EventGridSubscription(EventGridSubscriptionOptions options)
{
    public string Name { get; } = options.Name;

    public Uri Endpoint { get; } = new(options.Endpoint);

    public EventGridSchema Schema { get; } = options.Schema;

    public IReadOnlyList<string> Called { get; } = options.Called.ToArray();

    public string ValidationCode { get; } = Guid.NewGuid().ToString();

    public volatile SubscriptionState State;

    /// <summary>Held while the endpoint is asked, so that it is asked once at a time.</summary>
    public SemaphoreSlim Asking { get; } = new(1);

    public bool Names(PartyId called) => Called.Any(pattern => Wildcard.Matches(pattern, called));

    public bool Takes(PartyId called) => Called.Count == 0 || Names(called);
}

/// <summary>Has the endpoint agreed to get events?</summary>
internal enum SubscriptionState
{
    /// <summary>Not yet.</summary>
    AwaitingValidation,

    /// <summary>Yes.</summary>
    Active,
}
