using CallFlows.AspNetCore;
using CallFlows.AspNetCore.Management;
using CallFlows.Functions.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CallFlows.Functions.Triggers;

/// <summary>For operators: the same requests and answers as in every other host. The Functions host lets in who has a function key.</summary>
public sealed class ManagementFunctions(CallFlowsRequests requests, DurableFunctionsClient orchestrations)
{
    /// <summary>Lists flows, newest first within a page.</summary>
    [Function("ListFlows")]
    public Task<IResult> ListFlowsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "instances")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.List);

    /// <summary>Shows one flow.</summary>
    [Function("GetFlow")]
    public Task<IResult> GetFlowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "instances/{instanceId}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Get);

    /// <summary>Shows what was said, played and pressed, once the flow has completed.</summary>
    [Function("GetTranscript")]
    public Task<IResult> GetTranscriptAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "instances/{instanceId}/transcript")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Transcript);

    /// <summary>Sends a signal to a flow.</summary>
    [Function("RaiseSignal")]
    public Task<IResult> RaiseSignalAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "instances/{instanceId}/signals/{name}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Signal);

    /// <summary>Holds a flow.</summary>
    [Function("SuspendFlow")]
    public Task<IResult> SuspendFlowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "instances/{instanceId}/suspend")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Suspend);

    /// <summary>Lets a held flow go on.</summary>
    [Function("ResumeFlow")]
    public Task<IResult> ResumeFlowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "instances/{instanceId}/resume")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Resume);

    /// <summary>Ends a flow at once.</summary>
    [Function("TerminateFlow")]
    public Task<IResult> TerminateFlowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "instances/{instanceId}/terminate")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Terminate);

    /// <summary>Deletes a flow that has ended.</summary>
    [Function("PurgeFlow")]
    public Task<IResult> PurgeFlowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "instances/{instanceId}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Purge);

    /// <summary>Deletes flows that ended before a time.</summary>
    [Function("PurgeFlows")]
    public Task<IResult> PurgeFlowsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "purge")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.PurgeMany);

    /// <summary>Starts a flow that no call starts, such as one that dials.</summary>
    [Function("StartFlow")]
    public Task<IResult> StartFlowAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "flows/{flow}")] HttpRequest request, [DurableClient] DurableTaskClient durable) =>
        ManageAsync(request, durable, ManagementOperation.Start);

    private async Task<IResult> ManageAsync(HttpRequest request, DurableTaskClient durable, ManagementOperation operation)
    {
        orchestrations.Use(durable);
        await requests.ManageAsync(request.HttpContext, operation).ConfigureAwait(false);
        return Results.Empty;
    }
}
