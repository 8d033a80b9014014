using CallFlows.Actions;

namespace CallFlows.CrashTests.Judging;

/// <summary>Stands where the way to the service is when the store is only read: what is left undone must not be done by the judge.</summary>
internal sealed class NoGateway : ICallGateway
{
    public Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken) =>
        throw new CallActionException(new CallActionError(request.Action.Name, 403, null, null, "The judge sends nothing."));
}
