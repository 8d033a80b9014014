using CallFlows.Durable;

namespace CallFlows.Engine;

/// <content>Taking histories along.</content>
public sealed partial class OrchestrationEngine
{
    /// <summary>How often a history is read until it is that of one moment.</summary>
    private const int MaxReads = 10;

    /// <summary>
    /// Takes an instance's history along, without what is personal: what a test replays against later code. Nothing changes by it; an instance that
    /// runs goes on.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="redaction">What is kept; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The history up to now; null when there is no such instance.</returns>
    /// <exception cref="HistoryExportException">Its code is not there or does not fit, or masking a value changes its path.</exception>
    public async Task<RecordedHistory?> ExportAsync(
        string instanceId, HistoryRedaction? redaction = null, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckInstanceId(instanceId);
        RequireRunning();
        if (await RecordAsync(instanceId, cancellationToken).ConfigureAwait(false) is not { } history)
        {
            return null;
        }

        redaction ??= new HistoryRedaction();

        // Replays take the thread they run on.
        return await Task.Run(() => redaction.Apply(history, _services.Registry), cancellationToken).ConfigureAwait(false);
    }

    private async Task<RecordedHistory?> RecordAsync(string instanceId, CancellationToken cancellationToken)
    {
        for (int read = 0; read < MaxReads; read++)
        {
            if (await _store.GetAsync(instanceId, cancellationToken).ConfigureAwait(false) is not { } record
                || await _store.GetHistoryAsync(instanceId, cancellationToken).ConfigureAwait(false) is not { } events)
            {
                return null;
            }

            bool isOfOneMoment = await _store.GetAsync(instanceId, cancellationToken).ConfigureAwait(false) is { } after && after.Turn == record.Turn;
            if (isOfOneMoment && events.Count > 0)
            {
                return new RecordedHistory
                {
                    Flow = record.Name,
                    Version = record.Version,
                    Status = record.Status,
                    InstanceId = instanceId,
                    Execution = record.Generation,
                    CreatedAt = record.CreatedAt,
                    Events = events,
                };
            }
        }

        throw new HistoryExportException($"The history of '{instanceId}' can't be exported: it changes all the time. Try again.");
    }
}
