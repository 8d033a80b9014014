using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Docs.Tests.Snippets.Testing;

/// <summary>Orders the same again; true when it is in stock.</summary>
/// <param name="Number">The earlier order.</param>
public sealed record SaveReorder(string Number) : IActivity<bool>;

/// <summary>The shop's books.</summary>
public interface IBooks
{
    /// <summary>Notes an order, once for each key; true when it is in stock.</summary>
    Task<bool> OrderAgainAsync(string key, string number, CancellationToken cancellationToken);
}

/// <summary>Writes into the shop's books.</summary>
public sealed class SaveReorderHandler(IBooks books) : IActivityHandler<SaveReorder, bool>
{
    /// <inheritdoc/>
    public Task<bool> HandleAsync(SaveReorder request, ActivityContext context, CancellationToken cancellationToken) =>
        books.OrderAgainAsync(context.ExecutionId, request.Number, cancellationToken);
}
