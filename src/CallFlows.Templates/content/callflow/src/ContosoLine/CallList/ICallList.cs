using CallFlows.Endpoints;

namespace ContosoLine.CallList;

/// <summary>Who is to be called back: the system outside that this line works with.</summary>
public interface ICallList
{
    /// <summary>Puts a caller on the list.</summary>
    /// <param name="requestId">Names the request: the same one again adds nobody.</param>
    /// <param name="caller">Whom to call back.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The caller's place on the list, from 1.</returns>
    Task<int> AddAsync(string requestId, CallEndpoint caller, CancellationToken cancellationToken);
}
