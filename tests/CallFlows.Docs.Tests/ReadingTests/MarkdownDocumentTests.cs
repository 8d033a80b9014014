using CallFlows.Docs.Tests.Reading;

namespace CallFlows.Docs.Tests.ReadingTests;

public sealed class MarkdownDocumentTests
{
    [Fact]
    public void Parse_FencedBlocks_KeepsPlaceLanguageAndLines()
    {
        MarkdownDocument document = MarkdownDocument.Parse("docs/a.md", "# A\r\n\r\n```csharp\r\nAnswer();\r\n```\r\n\r\n````\r\n```\r\n````\r\n");

        document.Blocks.Should().BeEquivalentTo([
            new CodeBlock("docs/a.md", 3, "csharp", ["Answer();"]),
            new CodeBlock("docs/a.md", 7, "", ["```"]),
        ]);
    }

    [Fact]
    public void Parse_BlockThatIsNeverClosed_IsRefusedWithItsLine()
    {
        Action parse = () => MarkdownDocument.Parse("docs/a.md", "text\n```bash\ntests/run\n");

        parse.Should().Throw<FormatException>().WithMessage("docs/a.md:2:*");
    }

    [Fact]
    public void Parse_Links_SkipsCode()
    {
        MarkdownDocument document = MarkdownDocument.Parse(
            "docs/a.md", "See [b](b.md#who-is-who \"B\") and `[c](c.md)`.\n```text\n[d](d.md)\n```\n[e]: https://example.org/e\n");

        document.Links.Should().Equal(new DocumentLink("docs/a.md", 1, "b.md#who-is-who"), new DocumentLink("docs/a.md", 5, "https://example.org/e"));
        document.Links.Select(link => link.IsExternal).Should().Equal(false, true);
        document.Links[0].File.Replace('\\', '/').Should().Be("docs/b.md");
        document.Links[0].Anchor.Should().Be("who-is-who");
    }

    [Fact]
    public void Parse_Headings_GivesTheirAnchors() =>
        MarkdownDocument.Parse("a.md", "## 2. Rooms, and who may know whom\n").Anchors.Should().Equal("2-rooms-and-who-may-know-whom");

    [Theory]
    [InlineData("dotnet run --project src/CallFlows.Local -- demo", "src/CallFlows.Local")]
    [InlineData("dotnet build CallFlows.sln", "CallFlows.sln")]
    [InlineData("./tests/run --no-build  # all tests", "./tests/run")]
    [InlineData("curl -d '{\"to\":\"+1\"}' http://127.0.0.1:5000/src/x", null)]
    [InlineData("# see docs/none.md", null)]
    public void ShellPaths_OfACommand_AreThoseOfTheRepository(string command, string? path) =>
        ShellPaths.Of(command).Should().Equal(path is null ? [] : [path]);
}
