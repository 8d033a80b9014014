using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.ControlFlow;

/// <summary>
/// The blocks of one function and the ways between them, those through finally blocks included. Exceptions that calls throw are no ways:
/// what a rule says must hold without them.
/// </summary>
internal sealed class FlowGraph
{
    private readonly List<FlowEdge>[] _out;
    private readonly Dictionary<FlowEdge, FlowEdge> _followUps = [];

    public FlowGraph(ControlFlowGraph graph)
    {
        Blocks = graph.Blocks;
        _out = [.. Blocks.Select(_ => new List<FlowEdge>())];
        foreach (BasicBlock block in Blocks)
        {
            bool whenTrue = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
            Add(block.ConditionalSuccessor, whenTrue);
            Add(block.FallThroughSuccessor, block.ConditionKind == ControlFlowConditionKind.None ? null : !whenTrue);
        }

        Handlers = [.. HandlersIn(graph.Root)];
    }

    public ImmutableArray<BasicBlock> Blocks { get; }

    /// <summary>The first blocks of catch clauses and filters, each with the first block of what it guards.</summary>
    public ImmutableArray<(int Guarded, int Handler)> Handlers { get; }

    public IReadOnlyList<FlowEdge> From(int block) => _out[block];

    /// <summary>The way out of a finally block that goes on from a way into it, or null.</summary>
    public FlowEdge? FollowUp(FlowEdge into) => _followUps.TryGetValue(into, out FlowEdge? found) ? found : null;

    /// <summary>The graphs of a function and of the functions in it.</summary>
    public static IEnumerable<ControlFlowGraph> WithNested(ControlFlowGraph graph)
    {
        Stack<ControlFlowGraph> open = new([graph]);
        while (open.Count > 0)
        {
            ControlFlowGraph at = open.Pop();
            yield return at;
            foreach (IMethodSymbol local in at.LocalFunctions)
            {
                open.Push(at.GetLocalFunctionControlFlowGraph(local));
            }

            foreach (IOperation operation in at.Blocks.SelectMany(OperationsOf).SelectMany(operation => operation.DescendantsAndSelf()))
            {
                if (operation is IFlowAnonymousFunctionOperation lambda)
                {
                    open.Push(at.GetAnonymousFunctionControlFlowGraph(lambda));
                }
            }
        }
    }

    /// <summary>What a block does, its condition last.</summary>
    public static IEnumerable<IOperation> OperationsOf(BasicBlock block) =>
        block.BranchValue is { } value ? block.Operations.Append(value) : block.Operations;

    private void Add(ControlFlowBranch? branch, bool? when)
    {
        // The end of a finally block leads where the ways into it say.
        if (branch is null or { Semantics: ControlFlowBranchSemantics.StructuredExceptionHandling })
        {
            return;
        }

        int from = branch.Source.Ordinal;
        FlowEdge? into = null;
        foreach (ControlFlowRegion region in branch.FinallyRegions)
        {
            into = Add(new FlowEdge(from, region.FirstBlockOrdinal, into is null ? when : null, into));
            from = region.LastBlockOrdinal;
        }

        Add(new FlowEdge(from, branch.Destination?.Ordinal ?? FlowEdge.Thrown, into is null ? when : null, into));
    }

    private FlowEdge Add(FlowEdge edge)
    {
        _out[edge.From].Add(edge);
        if (edge.After is not null)
        {
            _followUps.Add(edge.After, edge);
        }

        return edge;
    }

    private static IEnumerable<(int Guarded, int Handler)> HandlersIn(ControlFlowRegion root)
    {
        Stack<ControlFlowRegion> open = new([root]);
        while (open.Count > 0)
        {
            ControlFlowRegion region = open.Pop();
            foreach (ControlFlowRegion nested in region.NestedRegions)
            {
                open.Push(nested);
                if (region.Kind is ControlFlowRegionKind.TryAndCatch or ControlFlowRegionKind.FilterAndHandler
                    && nested.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler)
                {
                    yield return (region.FirstBlockOrdinal, nested.FirstBlockOrdinal);
                }
            }
        }
    }
}
