using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Management;

/// <summary>Holds a flow, lets it go on, or ends it. Answers with where the flow stands then.</summary>
internal sealed partial class OperatorEndpoints(IOrchestrationClient orchestrations, ILogger<OperatorEndpoints> logger)
{
    public async Task SuspendAsync(ManagementRequest request)
    {
        string? reason = await OperatorNote.ReadReasonAsync(request).ConfigureAwait(false);
        await ChangeAsync(request, "suspended", id => orchestrations.SuspendAsync(id, reason, request.Aborted)).ConfigureAwait(false);
    }

    public async Task ResumeAsync(ManagementRequest request)
    {
        string? reason = await OperatorNote.ReadReasonAsync(request).ConfigureAwait(false);
        await ChangeAsync(request, "resumed", id => orchestrations.ResumeAsync(id, reason, request.Aborted)).ConfigureAwait(false);
    }

    public async Task TerminateAsync(ManagementRequest request)
    {
        Payload output = await TerminationNote.ReadOutputAsync(request).ConfigureAwait(false);
        await ChangeAsync(request, "terminated", id => orchestrations.TerminateAsync(id, output, request.Aborted)).ConfigureAwait(false);
    }

    private async Task ChangeAsync(ManagementRequest request, string what, Func<string, Task<bool>> change)
    {
        string instanceId = RouteIds.Of(request.Http, RouteIds.Instance);
        bool changed = await change(instanceId).ConfigureAwait(false);
        OrchestrationState state = await orchestrations.GetAsync(instanceId, request.Aborted).ConfigureAwait(false)
            ?? throw BadRequestException.NoInstance(instanceId);
        if (!changed)
        {
            throw new BadRequestException(
                StatusCodes.Status409Conflict, $"The flow instance '{instanceId}' is {state.Status.ToString().ToLowerInvariant()}, so it can't be {what}.");
        }

        Log.Changed(logger, what, RouteIds.ForLog(instanceId));
        await request.AnswerAsync(InstanceView.Details(state)).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "An operator has {What} {InstanceId}")]
        public static partial void Changed(ILogger logger, string what, string instanceId);
    }
}
