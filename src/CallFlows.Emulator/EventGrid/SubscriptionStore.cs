using System.Collections.Immutable;
using CallFlows.Emulator.Hosting;
using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.EventGrid;

/// <summary>The subscriptions of the emulator. The list is swapped whole, so it can be read from anywhere.</summary>
internal sealed class SubscriptionStore
{
    private readonly int _limit;
    private ImmutableArray<EventGridSubscription> _all;

    public SubscriptionStore(EmulatorOptions options)
    {
        _limit = options.Limits.MaxSubscriptions;
        _all = [.. options.EventGrid.Subscriptions.Select(subscription => new EventGridSubscription(subscription))];
    }

    public ImmutableArray<EventGridSubscription> All => _all;

    public bool Covers(PartyId called, bool named) =>
        _all.Any(subscription => named ? subscription.Names(called) : subscription.Takes(called));

    /// <summary>Adds a subscription, or replaces the one of that name.</summary>
    public bool TryPut(EventGridSubscription subscription)
    {
        bool added = false;
        ImmutableInterlocked.Update(ref _all, all =>
        {
            ImmutableArray<EventGridSubscription> others = all.RemoveAll(other => IsNamed(other, subscription.Name));
            added = others.Length < _limit;
            return added ? others.Add(subscription) : all;
        });
        return added;
    }

    public EventGridSubscription? Find(string name) => _all.FirstOrDefault(subscription => IsNamed(subscription, name));

    public bool Remove(string name) =>
        ImmutableInterlocked.Update(ref _all, all => all.RemoveAll(subscription => IsNamed(subscription, name)));

    private static bool IsNamed(EventGridSubscription subscription, string name) =>
        string.Equals(subscription.Name, name, StringComparison.OrdinalIgnoreCase);
}
