using CallFlows.Durable;

namespace CallFlows.Determinism;

/// <summary>Looks for what can't be replayed before an orchestrator's code runs.</summary>
public static class OrchestratorReview
{
    /// <summary>All that is wrong with an orchestrator's class, in words; null when nothing is. Its class is searched once.</summary>
    /// <param name="registration">The orchestrator.</param>
    public static string? Complaint(OrchestratorRegistration registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return registration.CodeType is not { } type || DeterminismInspector.Inspect(type) is not { Count: > 0 } findings
            ? null
            : $"Orchestrator '{registration.Name}' ({type.Name}) holds code that can't be replayed:\n  {string.Join("\n  ", findings)}";
    }
}
