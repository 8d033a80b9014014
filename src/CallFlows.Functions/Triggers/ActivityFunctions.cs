using CallFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CallFlows.Functions.Triggers;

/// <summary>
/// Runs activities: call actions in a function of their own, so that dashboards and concurrency tell talking to the service from the author's work.
/// Both get the durable client, because an action may enter a recording into the address book, and the author's work may start flows.
/// </summary>
public sealed class ActivityFunctions(ActivityRunner runner, DurableFunctionsClient orchestrations)
{
    /// <summary>Sends one action of a call to the service.</summary>
    [Function(DurableNames.CallAction)]
    public Task<ActivityOutcome> CallActionAsync(
        [ActivityTrigger] ActivityCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) =>
        RunAsync(call, durable, cancellationToken);

    /// <summary>Runs one activity of the author's.</summary>
    [Function(DurableNames.Activity)]
    public Task<ActivityOutcome> ActivityAsync(
        [ActivityTrigger] ActivityCall call, [DurableClient] DurableTaskClient durable, CancellationToken cancellationToken) =>
        RunAsync(call, durable, cancellationToken);

    private Task<ActivityOutcome> RunAsync(ActivityCall call, DurableTaskClient durable, CancellationToken cancellationToken)
    {
        orchestrations.Use(durable);
        return runner.RunAsync(call, cancellationToken);
    }
}
