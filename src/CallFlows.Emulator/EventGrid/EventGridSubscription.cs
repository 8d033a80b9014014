using CallFlows.Emulator.Switchboard;
using CallFlows.Protocol.EventGrid;

namespace CallFlows.Emulator.EventGrid;

/// <summary>A subscription and how far its validation has come.</summary>
internal sealed class EventGridSubscription(EventGridSubscriptionOptions options)
{
    public string Name { get; } = options.Name;

    public Uri Endpoint { get; } = new(options.Endpoint);

    public EventGridSchema Schema { get; } = options.Schema;

    public IReadOnlyList<string> Called { get; } = options.Called.ToArray();

    /// <summary>The types it wants; empty for all.</summary>
    public IReadOnlyList<string> EventTypes { get; } = options.EventTypes.ToArray();

    public string ValidationCode { get; } = Guid.NewGuid().ToString();

    public volatile SubscriptionState State;

    /// <summary>Held while the endpoint is asked, so that it is asked once at a time.</summary>
    public SemaphoreSlim Asking { get; } = new(1);

    public bool Wants(string type) => EventTypes.Count == 0 || EventTypes.Contains(type, StringComparer.OrdinalIgnoreCase);

    public bool Names(PartyId called) => Wants(EventGridEventTypes.IncomingCall)
        && Called.Any(pattern => Wildcard.Matches(pattern, called));

    public bool Takes(PartyId called) => (Called.Count == 0 && Wants(EventGridEventTypes.IncomingCall)) || Names(called);
}

/// <summary>Has the endpoint agreed to get events?</summary>
internal enum SubscriptionState
{
    /// <summary>Not yet.</summary>
    AwaitingValidation,

    /// <summary>Yes.</summary>
    Active,
}
