using CallFlows.Durable;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Execution;

namespace CallFlows.Engine;

/// <content>Looking back.</content>
public sealed partial class OrchestrationEngine
{
    /// <summary>
    /// Runs code over an instance's history as a replay does, so that it can gather what the history means. Nothing changes by it: no activity
    /// runs, and what the code does beyond the history, or where it departs from it, is dropped. The instance may go on meanwhile.
    /// </summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="observer">Gives the code to run in place of the registered one. It must make the same decisions.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>
    /// False when nothing was run: there is no such instance, its version is not registered, or the registered code holds what can't be replayed.
    /// </returns>
    public async Task<bool> ReplayAsync(
        string instanceId, Func<OrchestratorRegistration, Orchestrator> observer, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckInstanceId(instanceId);
        ArgumentNullException.ThrowIfNull(observer);
        RequireRunning();
        if (await _store.GetAsync(instanceId, cancellationToken).ConfigureAwait(false) is not { } record
            || await _store.GetHistoryAsync(instanceId, cancellationToken).ConfigureAwait(false) is not { } history
            || _services.Registry.FindOrchestrator(record.Name, record.Version) is not { } registration
            || CodeReview.Find(registration) is not null)
        {
            return false;
        }

        LiveExecution execution = new(
            record, registration with { Orchestrator = observer(registration) }, _services.Options, static _ => { });

        // A termination is not told to the code: it just goes on no more.
        execution.Replay([.. history.TakeWhile(happened => happened.Type != HistoryEventType.ExecutionTerminated)]);
        return true;
    }
}
