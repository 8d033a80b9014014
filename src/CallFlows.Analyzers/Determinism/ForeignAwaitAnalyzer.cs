using System.Collections.Immutable;
using CallFlows.Analyzers.Rules;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Determinism;

/// <summary>Reports CF1009: a flow that waits for a task which is no step of its own.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignAwaitAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeterminismRule.ForeignAwait];

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

            TaskOrigin origin = new(symbols, new ForbiddenTable(start.Compilation));
            start.RegisterOperationBlockStartAction(block =>
            {
                if (symbols.IsReplayed(block.OwningSymbol))
                {
                    block.RegisterOperationAction(operation => Analyze(operation, origin), OperationKind.Await, OperationKind.Loop);
                }
            });
        });
    }

    private static void Analyze(OperationAnalysisContext context, TaskOrigin origin)
    {
        IOperation? awaited = context.Operation switch
        {
            IAwaitOperation wait => wait.Operation,
            IForEachLoopOperation { IsAsynchronous: true } loop => loop.Collection,
            _ => null,
        };
        if (awaited is null)
        {
            return;
        }

        foreach (IOperation foreign in origin.ForeignIn(awaited))
        {
            ISymbol member = foreign is IInvocationOperation invocation ? invocation.TargetMethod : ((IMemberReferenceOperation)foreign).Member;
            SyntaxNode syntax = foreign.Syntax is InvocationExpressionSyntax call ? call.Expression : foreign.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(DeterminismRule.ForeignAwait, syntax.GetLocation(), SymbolNames.Of(member)));
        }
    }
}
