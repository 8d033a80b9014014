using System.Collections.Concurrent;

namespace CallFlows.Docs.Tests.Snippets.Testing;

/// <summary>Books that are forgotten when the test ends.</summary>
public sealed class Books : IBooks
{
    private readonly ConcurrentDictionary<string, string> _orders = new();

    /// <summary>What was ordered.</summary>
    public ICollection<string> Orders => _orders.Values;

    /// <inheritdoc/>
    public Task<bool> OrderAgainAsync(string key, string number, CancellationToken cancellationToken)
    {
        _orders[key] = number;
        return Task.FromResult(true);
    }
}
