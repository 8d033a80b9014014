using System.Collections.Immutable;
using CallFlows.Analyzers.ControlFlow;
using CallFlows.Analyzers.Rules;
using CallFlows.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Conversation;

/// <summary>
/// Reports CF2002: digits that are asked for on a way through the function on which a recording of the same call was begun, and neither paused
/// nor stopped.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DigitsWhileRecordingAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConversationRule.DigitsWhileRecording];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (FlowSymbols.Find(start.Compilation) is { } symbols)
            {
                FlowGraphs.Register(start, invocation => RecordingCalls.Starts(invocation, symbols), (block, graph) => Analyze(block, graph, symbols));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, ControlFlowGraph function, FlowSymbols symbols)
    {
        FlowGraph graph = new(function);
        RecordingAnalysis analysis = new(graph, symbols, Variables.CapturesIn(function));
        analysis.Run(0, RecordingAnalysis.Nothing);
        foreach (KeyValuePair<IInvocationOperation, ISymbol> asked in analysis.AskedWhileRecording)
        {
            SyntaxNode syntax = asked.Key.Syntax is InvocationExpressionSyntax invocation ? invocation.Expression : asked.Key.Syntax;
            context.ReportDiagnostic(Diagnostic.Create(
                ConversationRule.DigitsWhileRecording, syntax.GetLocation(), asked.Key.TargetMethod.Name, asked.Value.Name));
        }
    }
}
