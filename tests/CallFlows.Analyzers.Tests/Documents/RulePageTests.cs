using System.Globalization;
using CallFlows.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CallFlows.Analyzers.Tests.Documents;

/// <summary>Every rule has a page that is about it, with examples of which it reports the right ones.</summary>
public sealed class RulePageTests
{
    private static readonly string Root = FindRoot();

    public static TheoryData<string> Rules => [.. Descriptors.Select(rule => rule.Id).Distinct()];

    private static IEnumerable<DiagnosticDescriptor> Descriptors => Compiled.Analyzers.SelectMany(analyzer => analyzer.SupportedDiagnostics);

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_Page_HasItsTitleAndStandsInTheIndex(string id)
    {
        DiagnosticDescriptor rule = Descriptors.Single(descriptor => descriptor.Id == id);
        string heading = $"{id}: {rule.Title.ToString(CultureInfo.InvariantCulture)}";

        File.ReadLines(Path.Combine(Root, "docs", "rules", $"{id}.md")).First().Should().Be($"# {heading}");
        File.ReadAllText(Path.Combine(Root, "docs", "rules", "README.md"))
            .Should().Contain($"| [{id}]({id}.md) | {rule.Title.ToString(CultureInfo.InvariantCulture)} |");
        rule.HelpLinkUri.Should().EndWith($"/docs/rules/{id}.md");
        rule.Description.ToString(CultureInfo.InvariantCulture).Should().NotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public async Task Rule_ExamplesOfItsPage_AreReportedWhereTheyAreWrong(string id)
    {
        string example = File.ReadAllText(Path.Combine(Root, "tests", "CallFlows.Docs.Tests", "Snippets", "Rules", $"{id}.cs"));
        string source = Sources.Usings + string.Join('\n', example.Split('\n').Where(line => !line.StartsWith("#pragma", StringComparison.Ordinal) && !line.StartsWith("using ", StringComparison.Ordinal)));

        IReadOnlyList<Diagnostic> found = await Compiled.AnalyzeAsync(source + Samples);

        found.Should().NotBeEmpty().And.OnlyContain(diagnostic => diagnostic.Id == id);
        found.Select(diagnostic => diagnostic.Location.SourceTree!.GetRoot().FindNode(diagnostic.Location.SourceSpan).AncestorsAndSelf().Any(IsWrong))
            .Should().OnlyContain(isWrong => isWrong);
    }

    [Fact]
    public void Rules_AllTogether_HaveOneIdEach() => Descriptors.Select(rule => rule.Id).Should().OnlyHaveUniqueItems();

    // What the examples take from the samples.
    private const string Samples = """

        public sealed record Order(string Number, string Status);
        public sealed record FindOrder(string Number) : IActivity<Order?>;
        public interface IShop { Task<Order?> FindAsync(string number, CancellationToken cancellationToken); }
        """;

    private static bool IsWrong(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText == "Wrong",
        ClassDeclarationSyntax type => type.Identifier.ValueText == "Wrong",
        _ => false,
    };

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "CallFlows.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
