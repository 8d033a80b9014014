using CallFlows.Actions;
using CallFlows.Recognition;
using CallFlows.Testing.Records;
using FluentAssertions;
using FluentAssertions.Primitives;

namespace CallFlows.Testing.Assertions;

/// <summary>What can be said about a call.</summary>
public sealed class CallRecordAssertions : ReferenceTypeAssertions<CallRecord, CallRecordAssertions>
{
    internal CallRecordAssertions(CallRecord call)
        : base(call)
    {
    }

    /// <inheritdoc/>
    protected override string Identifier => "call";

    /// <summary>The flow offered an option, or asked with these words. Options of a menu that only takes keys are known by its words alone.</summary>
    /// <param name="optionOrWords">An option's label, or part of a question's prompt.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<CallRecordAssertions> HaveAskedFor(string optionOrWords, string because = "", params object[] becauseArgs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(optionOrWords);
        bool asked = Subject.Questions.Any(question => question.Options.Contains(optionOrWords)
            || question.Prompt.Contains(optionOrWords, StringComparison.OrdinalIgnoreCase));
        return Assert(asked, $"Expected {Subject.Flow} to have asked for \"{optionOrWords}\"{{reason}}, but it asked {Asked()}.", because, becauseArgs);
    }

    /// <summary>The flow asked for digits: more than the one key of a menu.</summary>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<CallRecordAssertions> HaveAskedForDigits(string because = "", params object[] becauseArgs) => Assert(
        Subject.Questions.Any(question => question is { Kind: RecognitionKind.Dtmf, MaxTones: not 1 }),
        $"Expected {Subject.Flow} to have asked for digits{{reason}}, but it asked {Asked()}.", because, becauseArgs);

    /// <summary>
    /// At no time did people in the call hear nothing while they were not listened to either. In a test of several calls it is about times when nobody in
    /// any of them heard anything.
    /// </summary>
    /// <param name="limit">How long such a silence may be.</param>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<CallRecordAssertions> HaveNoDeadAirOver(TimeSpan limit, string because = "", params object[] becauseArgs)
    {
        (TimeSpan from, TimeSpan to) = Silences.Of(Subject).FirstOrDefault();
        return Assert(
            to - from <= limit,
            $"Expected no dead air of more than {limit.TotalSeconds:0.###} s{{reason}}, but from {TranscriptText.Time(from)} on nothing was heard for "
            + $"{(to - from).TotalSeconds:0.###} s.", because, becauseArgs);
    }

    /// <summary>The flow had the service carry out an action.</summary>
    /// <typeparam name="TAction">Which one.</typeparam>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndWhichConstraint<CallRecordAssertions, TAction> HaveDone<TAction>(string because = "", params object[] becauseArgs)
        where TAction : CallAction
    {
        TAction? done = Subject.Actions.Select(action => action.Action).OfType<TAction>().FirstOrDefault();
        Assert(done is not null, $"Expected {Subject.Flow} to have done {typeof(TAction).Name}{{reason}}, but it did {Done()}.", because, becauseArgs);
        return new AndWhichConstraint<CallRecordAssertions, TAction>(this, done!);
    }

    /// <summary>The flow did not have the service carry out an action.</summary>
    /// <typeparam name="TAction">Which one.</typeparam>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<CallRecordAssertions> NotHaveDone<TAction>(string because = "", params object[] becauseArgs)
        where TAction : CallAction => Assert(
            !Subject.Actions.Any(action => action.Action is TAction),
            $"Expected {Subject.Flow} not to have done {typeof(TAction).Name}{{reason}}, but it did.", because, becauseArgs);

    /// <summary>The flow is in the call no more.</summary>
    /// <param name="because">Why it should be so.</param>
    /// <param name="becauseArgs">What the reason is made of.</param>
    public AndConstraint<CallRecordAssertions> BeOver(string because = "", params object[] becauseArgs) =>
        Assert(!Subject.IsUp, $"Expected the call of {Subject.Flow} to be over{{reason}}, but it is up.", because, becauseArgs);

    private AndConstraint<CallRecordAssertions> Assert(bool holds, string sentence, string because, object[] becauseArgs)
    {
        TranscriptFailure.Unless(holds, sentence, TranscriptText.Of(Subject.Journal), because, becauseArgs);
        return new AndConstraint<CallRecordAssertions>(this);
    }

    private string Asked() => Subject.Questions.Count == 0
        ? "nothing"
        : string.Join("; ", Subject.Questions.Select(question => question.Options.Count > 0
            ? $"for {string.Join(", ", question.Options)}"
            : $"\"{question.Prompt}\""));

    private string Done() => Subject.Actions.Count == 0
        ? "nothing"
        : string.Join(", ", Subject.Actions.Select(action => action.Action?.Name ?? action.Text));
}
