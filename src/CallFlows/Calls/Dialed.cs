using System.Diagnostics.CodeAnalysis;
using CallFlows.Events;

namespace CallFlows.Calls;

/// <summary>What came of dialling.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Call">The call when somebody answered, otherwise null.</param>
/// <param name="Result">The service's own rating of a failure, when it gave one.</param>
public sealed record Dialed(DialOutcome Outcome, Call? Call = null, ResultInformation? Result = null)
{
    /// <summary>Whether somebody answered.</summary>
    [MemberNotNullWhen(true, nameof(Call))]
    public bool Answered => Call is not null;
}
