namespace CallFlows.Emulator.Phones;

/// <summary>How far a script came.</summary>
/// <param name="End">Why the run is over.</param>
/// <param name="StepsDone">How many steps were done.</param>
/// <param name="PendingStep">The step that wasn't done, in words; null when all were.</param>
/// <param name="Reason">What kept it from being done; null when all were.</param>
/// <param name="Log">What the phone heard and did during the run.</param>
public sealed record PhoneScriptResult(
    PhoneScriptEnd End, int StepsDone, string? PendingStep, string? Reason, IReadOnlyList<PhoneLogEntry> Log)
{
    /// <summary>True when every step was done.</summary>
    public bool IsCompleted => End == PhoneScriptEnd.Completed;

    /// <summary>The result in one line.</summary>
    /// <returns>How far it came, and what was missing.</returns>
    public override string ToString() => IsCompleted
        ? $"All {StepsDone} steps done."
        : $"Step {StepsDone + 1} ({PendingStep}) was not done: {Reason}";
}
