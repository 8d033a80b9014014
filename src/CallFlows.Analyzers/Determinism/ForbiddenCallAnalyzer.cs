using System.Collections.Immutable;
using CallFlows.Analyzers.Rules;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Determinism;

/// <summary>
/// Reports calls in a flow that can't be replayed: CF1001 clocks, CF1002 randomness, CF1003 input and output, CF1004 threads, CF1005 timers,
/// CF1006 leaving the flow's context.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForbiddenCallAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        DeterminismRule.Clock,
        DeterminismRule.Random,
        DeterminismRule.InputOutput,
        DeterminismRule.Threads,
        DeterminismRule.Timers,
        DeterminismRule.LeavingTheFlow,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (FlowSymbols.Find(start.Compilation) is not { } symbols)
            {
                return;
            }

            ForbiddenTable table = new(start.Compilation);
            start.RegisterOperationBlockStartAction(block =>
            {
                // Code outside of flows costs nothing more than this question.
                if (symbols.IsReplayed(block.OwningSymbol))
                {
                    block.RegisterOperationAction(
                        operation => Analyze(operation, table),
                        OperationKind.Invocation,
                        OperationKind.ObjectCreation,
                        OperationKind.PropertyReference,
                        OperationKind.MethodReference);
                }
            });
        });
    }

    private static void Analyze(OperationAnalysisContext context, ForbiddenTable table)
    {
        if (CalledBy(context.Operation) is not { } called || IsOnlyNamed(context.Operation))
        {
            return;
        }

        if (table.Find(called) is { } rule)
        {
            // Random.Shared.Next is one mistake, and is told where the flow leaves the ground.
            if (DoubtfulCalls.All.Contains(rule)
                && context.Operation is IInvocationOperation { Instance: { } instance }
                && CalledBy(instance) is { } source
                && table.Find(source)?.Kind == rule.Kind)
            {
                return;
            }

            ISymbol member = called.AssociatedSymbol ?? called;
            context.ReportDiagnostic(Diagnostic.Create(
                DeterminismRule.Of(rule.Kind), PlaceOf(context.Operation.Syntax), SymbolNames.Of(member), rule.Instead));
        }
        else if (context.Operation is IInvocationOperation invocation && ContextFlow.IsLeftBy(invocation))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeterminismRule.LeavingTheFlow, PlaceOf(invocation.Syntax), "ConfigureAwait(false)", "await without it"));
        }
        else if (context.Operation is IObjectCreationOperation creation && ContextFlow.IsLeftWhenCompleted(creation))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                DeterminismRule.LeavingTheFlow,
                PlaceOf(creation.Syntax),
                "RunContinuationsAsynchronously",
                "make the TaskCompletionSource without it, as it sends WhenAny and WhenAll to other threads"));
        }
    }

    private static IMethodSymbol? CalledBy(IOperation operation) => operation switch
    {
        IInvocationOperation invocation => invocation.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMethodReferenceOperation reference => reference.Method,
        IPropertyReferenceOperation reference => reference.Property.GetMethod,
        _ => null,
    };

    private static bool IsOnlyNamed(IOperation operation)
    {
        for (IOperation? at = operation; at is IMemberReferenceOperation or INameOfOperation; at = at.Parent)
        {
            if (at is INameOfOperation)
            {
                return true;
            }
        }

        return false;
    }

    // What is wrong is the member's name, not its arguments.
    private static Location PlaceOf(SyntaxNode syntax) =>
        syntax is InvocationExpressionSyntax invocation ? invocation.Expression.GetLocation() : syntax.GetLocation();
}
