using System.Globalization;
using CallFlows.Analyzers.ControlFlow;
using CallFlows.Analyzers.Conversation;
using CallFlows.Analyzers.Symbols;
using CallFlows.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace CallFlows.Analyzers.Tests;

/// <summary>A method that is twice as long costs twice as much, not four times.</summary>
public sealed class GrowthTests
{
    private const string Branches = "if (call.Number > {0}) {{ await call.PlayAsync(\"{0}\"); }} else {{ flag = true; }}\n";
    private const string Recordings = "Recording recording{0} = await call.StartRecordingAsync(); if (flag) {{ await recording{0}.PauseAsync(); }}\n";
    private const string Loops = "while (!flag) {{ Choice choice = await call.AskAsync(menu); flag = choice.Given || call.Number > {0}; }}\n";
    private const string Finally = "try {{ if (flag) {{ return; }} }} finally {{ await call.PlayAsync(\"{0}\"); }}\n";

    [Theory]
    [InlineData(Branches)]
    [InlineData(Recordings)]
    [InlineData(Loops)]
    [InlineData(Finally)]
    public void Analysis_OfALongMethod_PassesEachBlockAFewTimes(string statements)
    {
        ControlFlowGraph function = Graph(statements, 500);
        FlowGraph graph = new(function);
        FlowSymbols symbols = FlowSymbols.Find(Compiled.Of(""))!;

        SilenceAnalysis silence = new(graph, symbols, [], loop: null, []);
        silence.Run(0, SilenceAnalysis.Nothing);
        RecordingAnalysis recording = new(graph, symbols, Variables.CapturesIn(function));
        recording.Run(0, RecordingAnalysis.Nothing);

        graph.Blocks.Length.Should().BeGreaterThan(1000);
        silence.Passes.Should().BeLessThan(4 * graph.Blocks.Length);
        recording.Passes.Should().BeLessThan(4 * graph.Blocks.Length);
    }

    [Fact]
    public void Loops_OneAfterTheOther_HoldTheirOwnBlocksAlone()
    {
        FlowGraph graph = new(Graph(Loops, 300));

        IReadOnlyList<FlowLoop> loops = LoopFinder.Find(graph);

        loops.Should().HaveCount(300);
        loops.Sum(loop => loop.Blocks.Count).Should().BeLessThan(graph.Blocks.Length);
    }

    private static ControlFlowGraph Graph(string statements, int count)
    {
        string body = string.Concat(Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, statements, i)));
        CSharpCompilation compilation = Compiled.Of(Sources.Helper("bool flag = false;\n" + body));
        SyntaxTree tree = compilation.SyntaxTrees[0];
        MethodDeclarationSyntax method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        return ControlFlowGraph.Create((IMethodBodyOperation)compilation.GetSemanticModel(tree).GetOperation(method)!);
    }
}
