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
/// Reports CF2001: a question in a loop that no way leaves while nobody answers. A condition that silence does not decide, such as a count of
/// rounds, is a way out; so is an exception, the end of the call, and a question that a token can break off.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EndlessQuestionAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [ConversationRule.EndlessQuestion];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (FlowSymbols.Find(start.Compilation) is { } symbols)
            {
                FlowGraphs.Register(start, invocation => Questions.IsQuestion(invocation, symbols), (block, graph) => Analyze(block, graph, symbols));
            }
        });
    }

    private static void Analyze(OperationBlockAnalysisContext context, ControlFlowGraph function, FlowSymbols symbols)
    {
        FlowGraph graph = new(function);
        Dictionary<int, List<IInvocationOperation>> questions = QuestionsIn(graph, symbols);
        if (questions.Count == 0 || LoopFinder.Find(graph) is not { Count: > 0 } loops)
        {
            return;
        }

        List<FlowLoop> asking = [.. loops.Where(loop => loop.Blocks.Any(questions.ContainsKey))];
        HashSet<object> tracked = VariablesOf(asking, graph);
        tracked.ExceptWith(Variables.WrittenElsewhere(context.OperationBlocks));
        ImmutableDictionary<CaptureId, IOperation> captures = Variables.CapturesIn(function);
        SilenceAnalysis usual = new(graph, symbols, tracked, loop: null, []);
        usual.Run(0, SilenceAnalysis.Nothing);
        foreach ((int _, int handler) in graph.Handlers)
        {
            usual.Run(handler, SilenceAnalysis.Nothing);
        }

        HashSet<IInvocationOperation> reported = [];
        foreach (FlowLoop loop in asking)
        {
            HashSet<IInvocationOperation> asked = OfOneCall(loop, graph, questions, captures);
            if (asked.Count == 0 || Entry(loop, usual) is not { } entry)
            {
                continue;
            }

            SilenceAnalysis round = new(graph, symbols, tracked, loop, asked);
            round.Run(loop.Header, entry);
            List<int> silent = [.. round.Before.Keys.Where(block => questions.TryGetValue(block, out List<IInvocationOperation>? here) && here.Exists(asked.Contains))];
            if (silent.Count == 0 || Ends(silent, round, new SilenceAnalysis(graph, symbols, tracked, loop, asked), loop))
            {
                continue;
            }

            foreach (IInvocationOperation question in silent.SelectMany(block => questions[block]))
            {
                if (asked.Contains(question) && reported.Add(question))
                {
                    context.ReportDiagnostic(Diagnostic.Create(ConversationRule.EndlessQuestion, PlaceOf(question.Syntax)));
                }
            }
        }
    }

    // What may leave the loop before its first question says nothing about the questions.
    private static bool Ends(List<int> silent, SilenceAnalysis round, SilenceAnalysis after, FlowLoop loop)
    {
        foreach (int block in silent)
        {
            after.Run(block, round.Before[block]);
        }

        return after.EndsCall || after.Along.Keys.Any(edge => !loop.Blocks.Contains(edge.To));
    }

    private static Dictionary<int, List<IInvocationOperation>> QuestionsIn(FlowGraph graph, FlowSymbols symbols)
    {
        Dictionary<int, List<IInvocationOperation>> questions = [];
        foreach (BasicBlock block in graph.Blocks)
        {
            List<IInvocationOperation> asked =
            [
                .. FlowGraph.OperationsOf(block).SelectMany(operation => operation.DescendantsAndSelf())
                    .OfType<IInvocationOperation>().Where(invocation => Questions.IsQuestion(invocation, symbols)),
            ];
            if (asked.Count > 0)
            {
                questions.Add(block.Ordinal, asked);
            }
        }

        return questions;
    }

    // What a loop does not name can't end it, and to follow it would cost much in a long method.
    private static HashSet<object> VariablesOf(List<FlowLoop> loops, FlowGraph graph) =>
    [
        .. loops.SelectMany(loop => loop.Blocks).Distinct()
            .SelectMany(block => FlowGraph.OperationsOf(graph.Blocks[block]))
            .SelectMany(operation => operation.DescendantsAndSelf())
            .Select(Variables.KeyOf)
            .OfType<object>(),
    ];

    // Who is called anew in each round is another caller each time.
    private static HashSet<IInvocationOperation> OfOneCall(
        FlowLoop loop, FlowGraph graph, Dictionary<int, List<IInvocationOperation>> questions, ImmutableDictionary<CaptureId, IOperation> captures)
    {
        List<IInvocationOperation> asked = [.. loop.Blocks.Where(questions.ContainsKey).SelectMany(block => questions[block])];
        if (asked.Count == 0)
        {
            return [];
        }

        HashSet<ISymbol> made = new(SymbolEqualityComparer.Default);
        foreach (IOperation part in loop.Blocks.SelectMany(block => FlowGraph.OperationsOf(graph.Blocks[block])).SelectMany(operation => operation.DescendantsAndSelf()))
        {
            ISymbol? symbol = part switch
            {
                IAssignmentOperation { Target: ILocalReferenceOperation target } => target.Local,
                IAssignmentOperation { Target: IMemberReferenceOperation target } => target.Member,
                IDeclarationPatternOperation pattern => pattern.DeclaredSymbol,
                IRecursivePatternOperation pattern => pattern.DeclaredSymbol,
                _ => null,
            };
            if (symbol is not null)
            {
                made.Add(symbol);
            }
        }

        return [.. asked.Where(question => Variables.RootOf(question.Instance, captures) is { } root && !made.Contains(root))];
    }

    private static ImmutableDictionary<object, KnownValue>? Entry(FlowLoop loop, SilenceAnalysis usual)
    {
        ImmutableDictionary<object, KnownValue>? entry = null;
        foreach (KeyValuePair<FlowEdge, ImmutableDictionary<object, KnownValue>> way in usual.Along)
        {
            if (way.Key.To == loop.Header && !loop.Blocks.Contains(way.Key.From))
            {
                entry = entry is null ? way.Value : SilenceAnalysis.Common(entry, way.Value);
            }
        }

        return entry;
    }

    private static Location PlaceOf(SyntaxNode syntax) =>
        syntax is InvocationExpressionSyntax invocation ? invocation.Expression.GetLocation() : syntax.GetLocation();
}
