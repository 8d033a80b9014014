using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Samples.Shop;

/// <summary>Looks an order up; null when there is none.</summary>
/// <param name="Number">Its number.</param>
public sealed record FindOrder(string Number) : IActivity<Order?>;

/// <summary>Asks the shop's books.</summary>
public sealed class FindOrderHandler(IShop shop) : IActivityHandler<FindOrder, Order?>
{
    /// <inheritdoc/>
    public Task<Order?> HandleAsync(FindOrder request, ActivityContext context, CancellationToken cancellationToken) =>
        shop.FindAsync(request.Number, cancellationToken);
}
