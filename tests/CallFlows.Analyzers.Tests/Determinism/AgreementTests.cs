using System.Reflection;
using CallFlows.Analyzers.Tests.Harness;
using CallFlows.Determinism;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.Tests.Determinism;

/// <summary>The editor and the run time forbid the same.</summary>
public sealed class AgreementTests
{
    public static TheoryData<int> Rules => [.. Enumerable.Range(0, ForbiddenCalls.All.Count)];

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task ForbiddenCall_InAFlow_IsReportedByTheAnalyzerAndTheInspector(int index)
    {
        ForbiddenCall rule = ForbiddenCalls.All[index];
        string[] statements = [.. Members(rule).SelectMany(member => CallWriter.Of(Find(rule.Type), member))];
        statements.Should().NotBeEmpty("every rule is about members that exist");
        string source = Sources.Flow("", string.Concat(statements.Select((statement, i) => $"private static unsafe void Culprit{i}() {{ {statement} }}\n")));

        ILookup<string, string> analyzed = (await Compiled.AnalyzeAsync(source)).ToLookup(MethodOf, Said);
        ILookup<string, string> inspected = Loaded.Inspect(source).ToLookup(finding => finding.Location, Named);

        for (int i = 0; i < statements.Length; i++)
        {
            inspected[$"Tested.Culprit{i}"].Should().NotBeEmpty(statements[i]);
            analyzed[$"Tested.Culprit{i}"].Should().Contain(inspected[$"Tested.Culprit{i}"], statements[i]);
        }
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void ForbiddenCall_NamesOfMembers_AreThoseOfMembers(int index)
    {
        ForbiddenCall rule = ForbiddenCalls.All[index];

        Find(rule.Type).GetMembers().OfType<MethodBase>().Select(member => member.Name).Should().Contain(Members(rule));
    }

    [Theory]
    [InlineData("await flow.DelayAsync(TimeSpan.Zero).ConfigureAwait(false);")]
    [InlineData("TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);")]
    [InlineData("using CancellationTokenSource stop = new();")]
    [InlineData("_ = Thread.CurrentThread;")]
    [InlineData("_ = flow.UtcNow; _ = flow.NewGuid();")]
    public async Task Code_InAFlow_IsJudgedAlikeByTheAnalyzerAndTheInspector(string body)
    {
        string source = Sources.Flow(body);

        (await Compiled.AnalyzeAsync(source)).Select(Said)
            .Should().BeEquivalentTo(Loaded.Inspect(source).Select(Named));
    }

    private static string MethodOf(Diagnostic diagnostic) =>
        $"Tested.{diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>()!.Identifier.ValueText}";

    private static string Said(Diagnostic diagnostic) => Named(diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    private static string Named(DeterminismFinding finding) => Named($"{finding.Call} can't be replayed; {finding.Instead}");

    // Compiled code names the method that is overridden, an author the one that overrides it.
    private static string Named(string said) => said.Replace("HttpClient.Send", "HttpMessageInvoker.Send", StringComparison.Ordinal);

    private static IEnumerable<string> Members(ForbiddenCall rule) => rule.Members.Length > 0
        ? rule.Members
        : Find(rule.Type).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .OfType<MethodBase>()
            .Where(method => CallWriter.CanBeWritten(method) && Array.IndexOf(rule.Except, method.Name) < 0)
            .Select(method => method.Name)
            .Distinct();

    private static Type Find(string name) => Compiled.Assemblies.Select(assembly => assembly.GetType(name)).First(type => type is { IsPublic: true })!;
}
