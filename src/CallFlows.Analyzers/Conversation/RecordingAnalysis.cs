using System.Collections.Immutable;
using CallFlows.Analyzers.ControlFlow;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Follows the recordings of a function: which ones may go on at each place.</summary>
internal sealed class RecordingAnalysis(FlowGraph graph, FlowSymbols symbols, ImmutableDictionary<CaptureId, IOperation> captures)
    : ForwardAnalysis<ImmutableHashSet<ActiveRecording>>(graph)
{
    private readonly Dictionary<ISymbol, ISymbol> _callOf = new(SymbolEqualityComparer.Default);

    /// <summary>No recording goes on.</summary>
    public static ImmutableHashSet<ActiveRecording> Nothing { get; } = [];

    /// <summary>The questions for digits that a recording hears, each with the call that is recorded.</summary>
    public Dictionary<IInvocationOperation, ISymbol> AskedWhileRecording { get; } = [];

    protected override ImmutableHashSet<ActiveRecording> After(BasicBlock block, ImmutableHashSet<ActiveRecording> state)
    {
        foreach (IOperation operation in FlowGraph.OperationsOf(block))
        {
            state = Apply(operation, state);
        }

        return state;
    }

    // Where a recording is null, it was not begun.
    protected override ImmutableHashSet<ActiveRecording>? On(FlowEdge edge, BasicBlock block, ImmutableHashSet<ActiveRecording> after) =>
        edge.When is { } when && !after.IsEmpty && block.BranchValue is { } condition && NullWhen(condition, when) is { } recording
            ? after.Except(after.Where(active => FlowSymbols.Same(active.Recording, recording)))
            : after;

    protected override ImmutableHashSet<ActiveRecording> Join(ImmutableHashSet<ActiveRecording> one, ImmutableHashSet<ActiveRecording> other) => one.Union(other);

    protected override bool AreEqual(ImmutableHashSet<ActiveRecording> one, ImmutableHashSet<ActiveRecording> other) => one.Count == other.Count;

    // Arguments and receivers come before what is called with them.
    private ImmutableHashSet<ActiveRecording> Apply(IOperation operation, ImmutableHashSet<ActiveRecording> state)
    {
        foreach (IOperation child in operation.ChildOperations)
        {
            state = Apply(child, state);
        }

        return operation switch
        {
            IInvocationOperation invocation => Apply(invocation, state),
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } when FlowSymbols.Same(target.Type, symbols.Call) =>
                state.Except(state.Where(active => FlowSymbols.Same(active.Call, target.Local))),
            // Whoever is given a recording may pause it.
            IArgumentOperation { Value: ILocalReferenceOperation given } => state.Except(state.Where(active => FlowSymbols.Same(active.Recording, given.Local))),
            _ => state,
        };
    }

    private ImmutableHashSet<ActiveRecording> Apply(IInvocationOperation invocation, ImmutableHashSet<ActiveRecording> state)
    {
        ISymbol? receiver = Variables.RootOf(invocation.Instance, captures);
        if (RecordingCalls.Starts(invocation, symbols))
        {
            return receiver is null ? state : state.Add(Begin(receiver, Target(invocation)));
        }

        if (RecordingCalls.Changes(invocation) is { } goesOn)
        {
            return Change(state, receiver, goesOn);
        }

        if (RecordingCalls.TakesDigits(invocation, symbols))
        {
            if (receiver is not null && state.Any(active => FlowSymbols.Same(active.Call, receiver)))
            {
                AskedWhileRecording[invocation] = receiver;
            }

            return state;
        }

        return Questions.EndsCall(invocation, symbols) ? state.Except(state.Where(active => FlowSymbols.Same(active.Call, receiver))) : state;
    }

    private ActiveRecording Begin(ISymbol call, ISymbol? recording)
    {
        if (recording is not null)
        {
            _callOf[recording] = call;
        }

        return new ActiveRecording(call, recording);
    }

    private ImmutableHashSet<ActiveRecording> Change(ImmutableHashSet<ActiveRecording> state, ISymbol? recording, bool goesOn)
    {
        if (goesOn)
        {
            return recording is not null && _callOf.TryGetValue(recording, out ISymbol? call) ? state.Add(new ActiveRecording(call, recording)) : state;
        }

        // A recording that is not known by name may be any of them.
        ImmutableHashSet<ActiveRecording> meant = [.. state.Where(active => FlowSymbols.Same(active.Recording, recording))];
        return recording is null || meant.IsEmpty ? Nothing : state.Except(meant);
    }

    private static ISymbol? Target(IInvocationOperation started)
    {
        IOperation at = started;
        while (at.Parent is IAwaitOperation or IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent is ISimpleAssignmentOperation { Target: ILocalReferenceOperation target } ? target.Local : null;
    }

    private ISymbol? NullWhen(IOperation condition, bool when) => condition switch
    {
        IIsNullOperation isNull when when => Variables.RootOf(isNull.Operand, captures),
        IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => NullWhen(not.Operand, !when),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } same when when && IsNull(same.RightOperand) => Variables.RootOf(same.LeftOperand, captures),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.NotEquals } other when !when && IsNull(other.RightOperand) => Variables.RootOf(other.LeftOperand, captures),
        IIsPatternOperation { Pattern: IConstantPatternOperation pattern } isNull when when && IsNull(pattern.Value) => Variables.RootOf(isNull.Value, captures),
        IIsPatternOperation { Pattern: INegatedPatternOperation { Pattern: IConstantPatternOperation pattern } } isNull when !when && IsNull(pattern.Value) =>
            Variables.RootOf(isNull.Value, captures),
        IIsPatternOperation { Pattern: IRecursivePatternOperation { PropertySubpatterns.IsEmpty: true } or IDeclarationPatternOperation } isSet when !when =>
            Variables.RootOf(isSet.Value, captures),
        _ => null,
    };

    private static bool IsNull(IOperation value) => value.ConstantValue is { HasValue: true, Value: null };
}
