using System.Collections.Immutable;
using CallFlows.Analyzers.Rules;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>Reports CF2003: a transfer, invitation or dial whose outcome nobody looks at.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredOutcomeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConversationRule.IgnoredOutcome];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (FlowSymbols.Find(start.Compilation) is { } symbols)
            {
                start.RegisterOperationAction(operation => Analyze(operation, symbols), OperationKind.ExpressionStatement);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context, FlowSymbols symbols)
    {
        if (((IExpressionStatementOperation)context.Operation).Operation is IAwaitOperation wait
            && Unwrapped(wait.Operation) is IInvocationOperation invocation
            && OutcomeOf(invocation.TargetMethod, symbols) is { } outcome)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                ConversationRule.IgnoredOutcome, wait.Syntax.GetLocation(), invocation.TargetMethod.Name, outcome));
        }
    }

    private static IOperation Unwrapped(IOperation awaited) => awaited switch
    {
        IConditionalAccessOperation access => Unwrapped(access.WhenNotNull),
        IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } => Unwrapped(task),
        _ => awaited,
    };

    private static string? OutcomeOf(IMethodSymbol method, FlowSymbols symbols) => method.Name switch
    {
        "TransferAsync" when FlowSymbols.Same(method.ContainingType, symbols.Call) => "Accepted",
        "AddParticipantAsync" when FlowSymbols.Same(method.ContainingType, symbols.Call) => "Joined",
        "DialAsync" when FlowSymbols.Same(method.ContainingType, symbols.Context) => "Answered",
        _ => null,
    };
}
