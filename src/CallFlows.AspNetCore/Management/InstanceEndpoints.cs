using System.Globalization;
using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;
using Microsoft.AspNetCore.Http;

namespace CallFlows.AspNetCore.Management;

/// <summary>Shows which flows there are, and where each of them is now.</summary>
internal sealed class InstanceEndpoints(IOrchestrationClient orchestrations)
{
    /// <summary>Stands for the instance that was started last: what somebody wants to see who has just placed a call.</summary>
    private const string Latest = "latest";

    public async Task ListAsync(ManagementRequest request)
    {
        OrchestrationQuery query = new() { Name = request.Query("flow"), ContinuationToken = request.Query("continuationToken") };
        if (request.Query("pageSize") is { } pageSize)
        {
            query = query with
            {
                PageSize = int.TryParse(pageSize, NumberStyles.None, CultureInfo.InvariantCulture, out int size)
                    ? size
                    : throw new BadRequestException(StatusCodes.Status400BadRequest, "pageSize must be a whole number, 1 to 1000."),
            };
        }

        OrchestrationPage page = await orchestrations.QueryAsync(query, request.Aborted).ConfigureAwait(false);
        await request.AnswerAsync(new InstancePage([.. page.Instances.Select(InstanceView.Summary)], page.ContinuationToken)).ConfigureAwait(false);
    }

    public async Task GetAsync(ManagementRequest request) =>
        await request.AnswerAsync(InstanceView.Details(await FindAsync(request).ConfigureAwait(false))).ConfigureAwait(false);

    /// <exception cref="BadRequestException">There is no such flow.</exception>
    public async Task<OrchestrationState> FindAsync(ManagementRequest request)
    {
        string instanceId = RouteIds.Of(request.Http, RouteIds.Instance);
        OrchestrationState? found = instanceId == Latest
            ? (await orchestrations.QueryAsync(new OrchestrationQuery { PageSize = 1 }, request.Aborted).ConfigureAwait(false)).Instances.FirstOrDefault()
            : await orchestrations.GetAsync(instanceId, request.Aborted).ConfigureAwait(false);
        return found
            ?? throw new BadRequestException(StatusCodes.Status404NotFound, $"There is no flow instance '{instanceId}'.");
    }
}
