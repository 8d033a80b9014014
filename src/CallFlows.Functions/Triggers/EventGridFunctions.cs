using System.Text;
using CallFlows.AspNetCore;
using CallFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CallFlows.Functions.Triggers;

/// <summary>
/// Takes the events of the communication resource. The Functions host has checked that they come from Event Grid; one that could not be stored
/// fails its function, so that Event Grid sends it again, and sets it aside in the end.
/// </summary>
/// <remarks>Two functions do the same, so that calls that ring and reports, which can wait, may be subscribed to with different retries.</remarks>
public sealed class EventGridFunctions(CallFlowsRequests requests, DurableFunctionsClient orchestrations)
{
    /// <summary>A call rings.</summary>
    [Function("IncomingCall")]
    public Task IncomingCallAsync(
        [EventGridTrigger] string delivery, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) =>
        TakeAsync(delivery, durable, cancellationToken);

    /// <summary>Files of a recording, a call that began or ended, a participant who came or went.</summary>
    [Function("ServiceEvents")]
    public Task ServiceEventsAsync(
        [EventGridTrigger] string delivery, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) =>
        TakeAsync(delivery, durable, cancellationToken);

    private Task TakeAsync(string delivery, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        orchestrations.Use(durable);
        return requests.TakeEventsAsync(Encoding.UTF8.GetBytes(delivery), cancellationToken);
    }
}
