using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Engine;
using CallFlows.Flows;

namespace CallFlows.AspNetCore.Transcripts;

/// <summary>
/// Tells what was said from what is stored: a completed flow leaves its transcripts behind, those of any other are written anew from its history.
/// So they are the same before and after a restart, and nothing of them is left when the flow is deleted.
/// </summary>
/// <param name="services">What flows are made from.</param>
/// <param name="engine">Whose histories are read; null when the application brings an engine of its own.</param>
internal sealed class TranscriptReader(IServiceProvider services, OrchestrationEngine? engine = null)
{
    public async Task<FlowTranscript> ReadAsync(OrchestrationState state, CancellationToken cancellationToken)
    {
        if (state.Status == OrchestrationStatus.Completed && state.Output.To<FlowOutput>() is { } output)
        {
            return new FlowTranscript(state.InstanceId, state.Name, output.Calls);
        }

        if (engine is null)
        {
            return Untold(state, "The application's engine tells of calls only when the flow has completed.");
        }

        TranscriptReplay? replay = null;
        bool isReplayed = await engine.ReplayAsync(state.InstanceId, Observe, cancellationToken).ConfigureAwait(false);
        return isReplayed
            ? new FlowTranscript(state.InstanceId, state.Name, replay?.Calls ?? [])
            : Untold(state, "Nothing can be told of its calls: its code is not there, or can't be replayed.");

        Orchestrator Observe(OrchestratorRegistration code)
        {
            replay = code.CodeType is { } flow ? new TranscriptReplay(services, flow) : null;
            return replay?.Code ?? code.Orchestrator;
        }
    }

    private static FlowTranscript Untold(OrchestrationState state, string why) => new(state.InstanceId, state.Name, [], why);
}
