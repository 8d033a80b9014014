using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.ControlFlow;

/// <summary>Gives rules the graphs of functions. Members that a rule has no interest in get none.</summary>
internal static class FlowGraphs
{
    /// <summary>Analyzes every function of the members that hold a call of interest.</summary>
    public static void Register(
        CompilationStartAnalysisContext start,
        Func<IInvocationOperation, bool> interests,
        Action<OperationBlockAnalysisContext, ControlFlowGraph> analyze) =>
        start.RegisterOperationBlockStartAction(block =>
        {
            int found = 0;
            block.RegisterOperationAction(
                operation =>
                {
                    if (Volatile.Read(ref found) == 0 && interests((IInvocationOperation)operation.Operation))
                    {
                        Volatile.Write(ref found, 1);
                    }
                },
                OperationKind.Invocation);
            block.RegisterOperationBlockEndAction(end =>
            {
                if (Volatile.Read(ref found) == 0)
                {
                    return;
                }

                foreach (IOperation body in end.OperationBlocks.Where(body => body.Kind is OperationKind.Block or OperationKind.FieldInitializer or OperationKind.PropertyInitializer))
                {
                    foreach (ControlFlowGraph graph in FlowGraph.WithNested(end.GetControlFlowGraph(body)))
                    {
                        analyze(end, graph);
                    }
                }
            });
        });
}
