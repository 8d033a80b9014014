using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;

namespace CallFlows.AspNetCore.Management;

/// <summary>Shows which flows there are, and where each of them is now.</summary>
internal sealed class InstanceEndpoints(IOrchestrationClient orchestrations, InstanceSearch search)
{
    /// <summary>Stands for the instance that was started last: what somebody wants to see who has just placed a call.</summary>
    private const string Latest = "latest";

    public async Task ListAsync(ManagementRequest request)
    {
        OrchestrationPage page = await search.FindAsync(InstanceFilter.Read(request.Query), request.Aborted).ConfigureAwait(false);
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
        return found ?? throw BadRequestException.NoInstance(instanceId);
    }
}
