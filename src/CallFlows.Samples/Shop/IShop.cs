using CallFlows.Endpoints;

namespace CallFlows.Samples.Shop;

/// <summary>The shop's books.</summary>
public interface IShop
{
    /// <summary>An order by its number; null when there is none.</summary>
    Task<Order?> FindAsync(string number, CancellationToken cancellationToken);

    /// <summary>Notes that somebody wants to be called back, once for each request id.</summary>
    Task RequestCallbackAsync(string requestId, CallEndpoint customer, CancellationToken cancellationToken);
}
