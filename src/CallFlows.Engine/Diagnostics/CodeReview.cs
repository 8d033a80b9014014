using CallFlows.Determinism;
using CallFlows.Durable;

namespace CallFlows.Engine.Diagnostics;

/// <summary>Stops an orchestrator that holds what can't be replayed before its code runs.</summary>
internal static class CodeReview
{
    /// <summary>All that is wrong with an orchestrator's class, or null.</summary>
    public static FailureDetails? Find(OrchestratorRegistration registration) => OrchestratorReview.Complaint(registration) is { } complaint
        ? new FailureDetails(typeof(IllegalOrchestratorCodeException).FullName!, complaint)
        : null;
}
