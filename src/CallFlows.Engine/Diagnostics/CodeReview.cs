using CallFlows.Determinism;
using CallFlows.Durable;

namespace CallFlows.Engine.Diagnostics;

/// <summary>Looks for what can't be replayed before an orchestrator's code runs.</summary>
internal static class CodeReview
{
    /// <summary>All that is wrong with an orchestrator's class, or null. Its class is searched once.</summary>
    public static FailureDetails? Find(OrchestratorRegistration registration)
    {
        if (registration.CodeType is not { } type || DeterminismInspector.Inspect(type) is not { Count: > 0 } findings)
        {
            return null;
        }

        string message = $"Orchestrator '{registration.Name}' ({type.Name}) holds code that can't be replayed:\n  "
            + string.Join("\n  ", findings);
        return new FailureDetails(typeof(IllegalOrchestratorCodeException).FullName!, message);
    }
}
