using CallFlows.Testing.Callers;
using FluentAssertions;
using FluentAssertions.Primitives;

namespace CallFlows.Testing.Assertions;

/// <summary>What can be said about what somebody heard.</summary>
public sealed class VirtualCallerAssertions : ReferenceTypeAssertions<VirtualCaller, VirtualCallerAssertions>
{
    internal VirtualCallerAssertions(VirtualCaller caller)
        : base(caller)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "caller";

    /// <summary>These words were heard.</summary>
    /// <param name="words">Part of a prompt; case doesn't count.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<VirtualCallerAssertions> HaveHeard(string words, string because = "", params object[] becauseArgs) =>
        Assert(HasHeard(words), $"Expected {Subject.Name} to have heard \"{words}\"{{reason}}.", because, becauseArgs);

    /// <summary>These words were not heard.</summary>
    /// <param name="words">Part of a prompt; case doesn't count.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<VirtualCallerAssertions> NotHaveHeard(string words, string because = "", params object[] becauseArgs) =>
        Assert(!HasHeard(words), $"Expected {Subject.Name} not to have heard \"{words}\"{{reason}}.", because, becauseArgs);

    private bool HasHeard(string words)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(words);
        return Subject.Heard.Any(heard => heard.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    private AndConstraint<VirtualCallerAssertions> Assert(bool holds, string sentence, string because, object[] becauseArgs)
    {
        TranscriptFailure.Unless(holds, sentence, Subject.Test.Transcript, because, becauseArgs);
        return new AndConstraint<VirtualCallerAssertions>(this);
    }
}
