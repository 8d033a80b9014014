using CallFlows.Events;

namespace CallFlows.Calls;

/// <summary>What came of a transfer.</summary>
/// <param name="Outcome">How it ended; <see cref="DialOutcome.Answered"/> when the target took over.</param>
/// <param name="Result">The service's own rating, when it gave one.</param>
public sealed record TransferResult(DialOutcome Outcome, ResultInformation? Result = null)
{
    /// <summary>Whether the target took over.</summary>
    public bool Accepted => Outcome == DialOutcome.Answered;

    /// <summary>Whether the target turned it away.</summary>
    public bool Declined => Outcome == DialOutcome.Declined;

    /// <summary>Whether the target was busy.</summary>
    public bool Busy => Outcome == DialOutcome.Busy;
}
