using CallFlows.AspNetCore.Bodies;
using CallFlows.Durable;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CallFlows.AspNetCore.Management;

/// <summary>Deletes flows that have ended, with their histories and transcripts.</summary>
internal sealed partial class PurgeEndpoints(IOrchestrationClient orchestrations, ILogger<PurgeEndpoints> logger)
{
    private const string EndedBefore = "endedBefore";
    private const string Limit = "limit";

    private const int DefaultLimit = 500;

    /// <summary>A store may gather what is purged at once into one transaction.</summary>
    private const int AtOnce = 16;

    public async Task OneAsync(ManagementRequest request)
    {
        string instanceId = RouteIds.Of(request.Http, RouteIds.Instance);
        if (!await orchestrations.PurgeAsync(instanceId, request.Aborted).ConfigureAwait(false))
        {
            OrchestrationState state = await orchestrations.GetAsync(instanceId, request.Aborted).ConfigureAwait(false)
                ?? throw BadRequestException.NoInstance(instanceId);
            throw new BadRequestException(
                StatusCodes.Status409Conflict,
                $"The flow instance '{instanceId}' is {state.Status.ToString().ToLowerInvariant()}; only one that has ended can be purged. Terminate it first.");
        }

        Log.Purged(logger, 1);
        await request.AnswerAsync(new PurgeAnswer(1)).ConfigureAwait(false);
    }

    /// <summary>Looks at no more than the limit of flows that have ended, and purges those of them that ended before a time.</summary>
    public async Task ManyAsync(ManagementRequest request)
    {
        ManagementQuery asked = request.Query;
        asked.AllowOnly(EndedBefore, InstanceFilter.Flow, InstanceFilter.Status, Limit, ManagementQuery.ContinuationToken);
        DateTimeOffset endedBefore = asked.Time(EndedBefore)
            ?? throw new BadRequestException(StatusCodes.Status400BadRequest, $"Give {EndedBefore}: what ended earlier is purged.");
        OrchestrationQuery query = new()
        {
            Statuses = ReadStatuses(asked),
            Name = asked.Text(InstanceFilter.Flow),
            CreatedBefore = endedBefore,
            PageSize = asked.Number(Limit, 1, InstanceSearch.MaxPageSize) ?? DefaultLimit,
            ContinuationToken = asked.Text(ManagementQuery.ContinuationToken),
        };

        OrchestrationPage page = await orchestrations.QueryAsync(query, request.Aborted).ConfigureAwait(false);
        int purged = 0;
        await Parallel.ForEachAsync(
            page.Instances.Where(state => state.LastUpdatedAt < endedBefore),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = request.Aborted },
            async (state, cancellationToken) =>
            {
                if (await orchestrations.PurgeAsync(state.InstanceId, cancellationToken).ConfigureAwait(false))
                {
                    Interlocked.Increment(ref purged);
                }
            }).ConfigureAwait(false);
        Log.Purged(logger, purged);
        await request.AnswerAsync(new PurgeAnswer(purged, page.ContinuationToken)).ConfigureAwait(false);
    }

    /// <summary>Failed flows are purged only when asked for: one that was stopped because of its code goes on once that is mended.</summary>
    private static IReadOnlyList<OrchestrationStatus> ReadStatuses(ManagementQuery query)
    {
        IReadOnlyList<OrchestrationStatus> statuses = InstanceFilter.ReadStatuses(query);
        if (statuses.Any(status => status is not (OrchestrationStatus.Completed or OrchestrationStatus.Failed or OrchestrationStatus.Terminated)))
        {
            throw new BadRequestException(StatusCodes.Status400BadRequest, "Only flows that have ended can be purged: completed, failed, terminated.");
        }

        return statuses.Count > 0 ? statuses : [OrchestrationStatus.Completed, OrchestrationStatus.Terminated];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "An operator has purged {Count} flows")]
        public static partial void Purged(ILogger logger, int count);
    }
}
