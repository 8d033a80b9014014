using System.Collections.Immutable;
using CallFlows.Analyzers.ControlFlow;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Follows a function, or one loop of it, as it goes when some of its questions are never answered.</summary>
/// <param name="graph">The function.</param>
/// <param name="symbols">The types of CallFlows.</param>
/// <param name="tracked">The variables that matter.</param>
/// <param name="loop">The loop to stay in; null for the whole function.</param>
/// <param name="unanswered">The questions nobody answers.</param>
internal sealed class SilenceAnalysis(
    FlowGraph graph, FlowSymbols symbols, HashSet<object> tracked, FlowLoop? loop, HashSet<IInvocationOperation> unanswered)
    : ForwardAnalysis<ImmutableDictionary<object, KnownValue>>(graph)
{
    /// <summary>Whether a way was gone on which the call ends.</summary>
    public bool EndsCall { get; private set; }

    /// <summary>Nothing is known.</summary>
    public static ImmutableDictionary<object, KnownValue> Nothing { get; } = ImmutableDictionary<object, KnownValue>.Empty;

    /// <summary>What is known in both states.</summary>
    public static ImmutableDictionary<object, KnownValue> Common(
        ImmutableDictionary<object, KnownValue> one, ImmutableDictionary<object, KnownValue> other)
    {
        ImmutableDictionary<object, KnownValue> joined = one;
        foreach (KeyValuePair<object, KnownValue> known in one)
        {
            if (!other.TryGetValue(known.Key, out KnownValue? value) || !value.Equals(known.Value))
            {
                joined = joined.Remove(known.Key);
            }
        }

        return joined;
    }

    protected override bool Follows(int block) => loop is null || loop.Blocks.Contains(block);

    protected override ImmutableDictionary<object, KnownValue> After(BasicBlock block, ImmutableDictionary<object, KnownValue> state)
    {
        SilenceEvaluator evaluator = new(state, tracked, unanswered, Notice);
        foreach (IOperation operation in block.Operations)
        {
            evaluator.Evaluate(operation);
        }

        // The condition is evaluated once, and its truth kept for the ways out.
        if (block.BranchValue is { } value && block.ConditionKind != ControlFlowConditionKind.None)
        {
            evaluator.Set(block, evaluator.Evaluate(value));
        }
        else if (block.BranchValue is { } result)
        {
            evaluator.Evaluate(result);
        }

        return evaluator.State;
    }

    protected override ImmutableDictionary<object, KnownValue>? On(FlowEdge edge, BasicBlock block, ImmutableDictionary<object, KnownValue> after) =>
        edge.When is { } when && after.TryGetValue(block, out KnownValue? condition) && condition.Truth is { } truth && truth != when
            ? null
            : after.Remove(block);

    protected override ImmutableDictionary<object, KnownValue> Join(
        ImmutableDictionary<object, KnownValue> one, ImmutableDictionary<object, KnownValue> other) => Common(one, other);

    // Joining only forgets.
    protected override bool AreEqual(ImmutableDictionary<object, KnownValue> one, ImmutableDictionary<object, KnownValue> other) => one.Count == other.Count;

    private void Notice(IInvocationOperation invocation) => EndsCall |= Questions.EndsCall(invocation, symbols);
}
