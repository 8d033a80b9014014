using CallFlows.Determinism;
using CallFlows.Durable;
using CallFlows.Functions.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CallFlows.Functions.Triggers;

/// <summary>The one orchestrator: runs whichever flow an instance was started with.</summary>
public sealed class OrchestratorFunction(DurableRegistry registry)
{
    /// <summary>Runs a flow, from its history if it has one.</summary>
    /// <param name="context">Durable Functions' own context.</param>
    /// <param name="start">What the instance was started with.</param>
    // Not async, and nothing awaited here: the flow's first step must run on the orchestrator's own thread.
    [Function(DurableNames.Orchestrator)]
    public Task<Payload> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FlowStart? start)
    {
        if (start is null)
        {
            throw new InvalidOperationException("The instance was started without a flow. Flows are started over the app's endpoints, or by its own code.");
        }

        OrchestratorRegistration flow = registry.FindOrchestrator(start.Orchestrator, start.Version) ?? throw new InvalidOperationException(
            $"No flow '{start.Orchestrator}' of version {start.Version} is registered. Deploy the version that the instance was started with beside "
            + "the new one, until every instance of it has ended.");
        return OrchestratorReview.Complaint(flow) is { } complaint
            ? throw new InvalidOperationException(complaint)
            : flow.Orchestrator(new DurableFunctionsContext(context, start, registry));
    }
}
