using CallFlows.AspNetCore;
using CallFlows.Functions.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CallFlows.Functions.Triggers;

/// <summary>
/// Takes the service's callbacks. Anybody may post here, as the service has no key of the app's: the address's secret and the service's token are
/// checked by the same code as in every other host.
/// </summary>
public sealed class CallbackFunction(CallFlowsRequests requests, DurableFunctionsClient orchestrations)
{
    /// <summary>Takes one callback, or a batch of them.</summary>
    [Function("Callback")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "callbacks/{instanceId}")] HttpRequest request,
        [DurableClient] DurableTaskClient durable)
    {
        orchestrations.Use(durable);
        await requests.TakeCallbackAsync(request.HttpContext).ConfigureAwait(false);
        return Results.Empty;
    }
}
