using CallFlows.Durable;

namespace CallFlows.AspNetCore.Management;

/// <summary>Reads pages of flows.</summary>
internal sealed class InstanceSearch(IOrchestrationClient orchestrations)
{
    public const int MaxPageSize = 1000;

    /// <summary>How often the engine is asked for one page.</summary>
    private const int MaxReads = 20;

    /// <summary>
    /// One page. Engines don't choose by version: a page of a rare one may hold fewer flows than there is room for, even none, and yet not be the last.
    /// </summary>
    public async Task<OrchestrationPage> FindAsync(InstanceFilter filter, CancellationToken cancellationToken)
    {
        List<OrchestrationState> found = [];
        string? token = filter.Query.ContinuationToken;
        for (int read = 0; read < MaxReads; read++)
        {
            // Never more than there is room for, so that every page that was read is used up and its token can be given on.
            OrchestrationPage page = await orchestrations.QueryAsync(
                filter.Query with { PageSize = filter.Query.PageSize - found.Count, ContinuationToken = token }, cancellationToken).ConfigureAwait(false);
            found.AddRange(page.Instances.Where(state => filter.Version is null || state.Version == filter.Version));
            token = page.ContinuationToken;
            if (token is null || found.Count == filter.Query.PageSize)
            {
                break;
            }
        }

        return new OrchestrationPage(found, token);
    }
}
