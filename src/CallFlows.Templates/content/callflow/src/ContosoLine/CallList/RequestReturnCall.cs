using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Flows;

namespace ContosoLine.CallList;

/// <summary>Asks for a caller to be called back. The result is the caller's place on the list.</summary>
/// <param name="Caller">Whom to call back.</param>
public sealed record RequestReturnCall(CallEndpoint Caller) : IActivity<int>;

/// <summary>Puts the caller on the list.</summary>
public sealed class RequestReturnCallHandler(ICallList list) : IActivityHandler<RequestReturnCall, int>
{
    /// <inheritdoc/>
    // After a crash this may run again for the same request; the execution id is the same then.
    public Task<int> HandleAsync(RequestReturnCall request, ActivityContext context, CancellationToken cancellationToken) =>
        list.AddAsync(context.ExecutionId, request.Caller, cancellationToken);
}
