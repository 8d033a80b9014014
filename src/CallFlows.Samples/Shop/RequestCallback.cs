using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;

namespace CallFlows.Samples.Shop;

/// <summary>Asks the shop to call a customer back.</summary>
/// <param name="Customer">Whom.</param>
public sealed record RequestCallback(CallEndpoint Customer) : IActivity<bool>;

/// <summary>Writes into the shop's books. The execution's id makes sure that a repeated execution notes nothing twice.</summary>
public sealed class RequestCallbackHandler(IShop shop) : IActivityHandler<RequestCallback, bool>
{
    /// <inheritdoc/>
    public async Task<bool> HandleAsync(RequestCallback request, ActivityContext context, CancellationToken cancellationToken)
    {
        await shop.RequestCallbackAsync(context.ExecutionId, request.Customer, cancellationToken);
        return true;
    }
}
