using System.Collections.Immutable;
using CallFlows.Analyzers.Rules;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Determinism;

/// <summary>Reports state that a replay finds otherwise: CF1007 static state that changes, CF1008 fields of the flow that are written.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StateAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [DeterminismRule.SharedState, DeterminismRule.FieldOfFlow];

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

            start.RegisterOperationBlockStartAction(block =>
            {
                if (symbols.IsReplayed(block.OwningSymbol))
                {
                    bool begins = block.OwningSymbol is not IMethodSymbol { MethodKind: not (MethodKind.Constructor or MethodKind.StaticConstructor) };
                    block.RegisterOperationAction(
                        operation => Analyze(operation, symbols, begins), OperationKind.FieldReference, OperationKind.PropertyReference);
                }
            });
        });
    }

    private static void Analyze(OperationAnalysisContext context, FlowSymbols symbols, bool begins)
    {
        IMemberReferenceOperation reference = (IMemberReferenceOperation)context.Operation;
        if (reference.Parent is INameOfOperation)
        {
            return;
        }

        if (reference.Member.IsStatic)
        {
            if (CanChange(reference.Member))
            {
                Report(context, DeterminismRule.SharedState, SymbolNames.Of(reference.Member));
            }
        }
        else if (!begins && reference.Instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
            && symbols.IsFlow(reference.Member.ContainingType)
            && Writes.To(reference))
        {
            Report(context, DeterminismRule.FieldOfFlow, reference.Member.Name);
        }
    }

    // A getter without a setter may give anything too, but mostly gives what was made once.
    private static bool CanChange(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsReadOnly && !field.IsConst,
        IPropertySymbol property => property.SetMethod is not null,
        _ => false,
    };

    private static void Report(OperationAnalysisContext context, DiagnosticDescriptor rule, string name) =>
        context.ReportDiagnostic(Diagnostic.Create(rule, context.Operation.Syntax.GetLocation(), name));
}
