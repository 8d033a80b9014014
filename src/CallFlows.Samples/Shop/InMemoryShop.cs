using System.Collections.Concurrent;
using CallFlows.Endpoints;

namespace CallFlows.Samples.Shop;

/// <summary>Books that are forgotten when the program ends.</summary>
public sealed class InMemoryShop(params IEnumerable<Order> orders) : IShop
{
    private readonly Dictionary<string, Order> _orders = orders.ToDictionary(order => order.Number);
    private readonly ConcurrentDictionary<string, CallEndpoint> _callbacks = new();

    /// <summary>Who wants to be called back.</summary>
    public IReadOnlyCollection<CallEndpoint> Callbacks => [.. _callbacks.Values];

    /// <inheritdoc/>
    public Task<Order?> FindAsync(string number, CancellationToken cancellationToken) => Task.FromResult(_orders.GetValueOrDefault(number));

    /// <inheritdoc/>
    public Task RequestCallbackAsync(string requestId, CallEndpoint customer, CancellationToken cancellationToken)
    {
        _callbacks[requestId] = customer;
        return Task.CompletedTask;
    }
}
