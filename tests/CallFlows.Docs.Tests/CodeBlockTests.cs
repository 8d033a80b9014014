using CallFlows.Docs.Tests.Reading;

namespace CallFlows.Docs.Tests;

public sealed class CodeBlockTests
{
    private static readonly string[] Languages = ["bash", "csharp", "javascript", "json", "mermaid", "text", "xml"];

    public static TheoryData<string> Documents => [.. Repository.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void CodeBlock_InADocument_StandsInAFileThatIsCompiledOrRun(string document)
    {
        SnippetLibrary compiled = SnippetLibrary.Load();
        SnippetLibrary run = SnippetLibrary.LoadScripts();

        IEnumerable<string?> complaints = MarkdownDocument.Load(document).Blocks
            .Where(block => block.Language is "csharp" or "javascript")
            .Select(block => (block.Language == "csharp" ? compiled : run).Complaint(block))
            .Where(complaint => complaint is not null);

        complaints.Should().BeEmpty();
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void CodeBlock_InADocument_SaysItsLanguage(string document)
    {
        IEnumerable<string> complaints = MarkdownDocument.Load(document).Blocks
            .Where(block => !Languages.Contains(block.Language))
            .Select(block => $"{block.Place}: '{block.Language}' is not one of {string.Join(", ", Languages)}");

        complaints.Should().BeEmpty();
    }

    [Fact]
    public void SnippetSources_HaveNoConditionalCode_SoThatEveryLineIsCompiled()
    {
        IEnumerable<string> conditional = Repository.SnippetSources
            .Where(path => File.ReadLines(Repository.FullPath(path)).Any(line => line.TrimStart().StartsWith("#if", StringComparison.Ordinal)));

        conditional.Should().BeEmpty();
    }

    [Fact]
    public void Documents_OfTheRepository_AreAllFound() =>
        Repository.Documents.Should().Contain(["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md", "docs/flows.md"]);
}
