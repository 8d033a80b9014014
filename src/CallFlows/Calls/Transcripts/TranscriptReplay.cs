using CallFlows.Durable;
using CallFlows.Flows.Running;

namespace CallFlows.Calls.Transcripts;

/// <summary>
/// Writes the transcripts of a flow's calls anew: by its own code, which an engine runs over a history without changing anything. What was
/// said is told as that code says it now.
/// </summary>
public sealed class TranscriptReplay
{
    private FlowRuntime? _runtime;

    /// <summary>Makes one for a single replay.</summary>
    /// <param name="services">The application's services, which flows are made from.</param>
    /// <param name="flow">The flow's class.</param>
    public TranscriptReplay(IServiceProvider services, Type flow)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(flow);
        Code = FlowRunner.For(services, flow, context => _runtime = new FlowRuntime(context, FlowNames.InterestOf(flow), []));
    }

    /// <summary>What is to be replayed, once.</summary>
    public Orchestrator Code { get; }

    /// <summary>The flow's calls as far as they were replayed, in the order they were begun.</summary>
    public IReadOnlyList<CallTranscript> Calls => _runtime?.Calls.Transcripts ?? [];
}
