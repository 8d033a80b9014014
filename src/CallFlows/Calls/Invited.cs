using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.Calls;

/// <summary>What came of inviting somebody into a call.</summary>
/// <param name="Participant">Who was invited.</param>
/// <param name="Outcome">How it ended; <see cref="DialOutcome.Answered"/> when they joined.</param>
/// <param name="Result">The service's own rating, when it gave one.</param>
public sealed record Invited(CallEndpoint Participant, DialOutcome Outcome, ResultInformation? Result = null)
{
    /// <summary>Whether they joined.</summary>
    public bool Joined => Outcome == DialOutcome.Answered;
}
