namespace CallFlows.Flows.Routing;

/// <summary>All routes: the first that matches, in the order they were written, and the fallback when none does.</summary>
internal sealed class RouteTable
{
    private readonly CallRoute[] _routes;

    public RouteTable(IEnumerable<CallRoute> routes)
    {
        // The sort is stable: only fallbacks move, to the end.
        _routes = [.. routes.OrderBy(route => route.IsFallback)];
        if (_routes.Count(route => route.IsFallback) > 1)
        {
            string flows = string.Join(" and ", _routes.Where(route => route.IsFallback).Select(route => route.Flow));
            throw new ArgumentException($"{flows} are all fallbacks; only one flow can take the calls that no other route takes.");
        }
    }

    public IReadOnlyList<CallRoute> Routes => _routes;

    public CallRoute? Find(IncomingCallNotification call) => Array.Find(_routes, route => route.Matches(call));
}
