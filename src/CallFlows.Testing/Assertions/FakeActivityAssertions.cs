using CallFlows.Testing.Activities;
using FluentAssertions;
using FluentAssertions.Primitives;

namespace CallFlows.Testing.Assertions;

/// <summary>What can be said about what was asked of a faked activity. A piece of work counts once, however often it was delivered.</summary>
/// <typeparam name="TActivity">The request's type.</typeparam>
public sealed class FakeActivityAssertions<TActivity> : ReferenceTypeAssertions<FakeActivity<TActivity>, FakeActivityAssertions<TActivity>>
    where TActivity : class
{
    internal FakeActivityAssertions(FakeActivity<TActivity> fake)
        : base(fake)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => typeof(TActivity).Name;

    /// <summary>The work was asked for once.</summary>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndWhichConstraint<FakeActivityAssertions<TActivity>, TActivity> HaveBeenRunOnce(string because = "", params object[] becauseArgs)
    {
        HaveBeenRun(1, because, becauseArgs);
        return new AndWhichConstraint<FakeActivityAssertions<TActivity>, TActivity>(this, Subject.Requests[0].Request);
    }

    /// <summary>The work was asked for so often.</summary>
    /// <param name="times">How often.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<FakeActivityAssertions<TActivity>> HaveBeenRun(int times, string because = "", params object[] becauseArgs)
    {
        int found = Subject.Requests.Count;
        string requests = found == 0 ? "" : $": {string.Join(", ", Subject.Requests.Select(request => request.Request))}";
        TranscriptFailure.Unless(
            found == times,
            $"Expected {Identifier} to have been run {Times(times)}{{reason}}, but it was run {Times(found)}{requests}.",
            Subject.Test.Transcript, because, becauseArgs);
        return new AndConstraint<FakeActivityAssertions<TActivity>>(this);
    }

    /// <summary>The work was not asked for.</summary>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<FakeActivityAssertions<TActivity>> NotHaveBeenRun(string because = "", params object[] becauseArgs) => HaveBeenRun(0, because, becauseArgs);

    private static string Times(int count) => count switch
    {
        0 => "never",
        1 => "once",
        _ => $"{count} times",
    };
}
