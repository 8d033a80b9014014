using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;
using CallFlows.Flows;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>Sends a signal to a flow. With an <c>id</c> in the query, sending it again changes nothing.</summary>
internal sealed class SignalEndpoint(CallFlowClient flows)
{
    public const string NameParameter = "name";

    public async Task HandleAsync(ManagementRequest request)
    {
        string instanceId = RouteIds.Of(request.Http, RouteIds.Instance);
        string name = RouteIds.Of(request.Http, NameParameter);
        Payload data = await request.ReadJsonAsync().ConfigureAwait(false) ?? Payload.Null;
        RaiseEventResult result = await flows.SignalAsync(instanceId, name, data, request.Query.Text("id"), request.Aborted).ConfigureAwait(false);
        await (result switch
        {
            RaiseEventResult.Accepted => request.AnswerAsync(new { result }, StatusCodes.Status202Accepted),
            RaiseEventResult.Duplicate => request.AnswerAsync(new { result }),
            RaiseEventResult.Finished => throw new BadRequestException(StatusCodes.Status409Conflict, $"The flow instance '{instanceId}' has ended; it takes no signals."),
            _ => throw BadRequestException.NoInstance(instanceId),
        }).ConfigureAwait(false);
    }
}
