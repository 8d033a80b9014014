using CallFlows.Docs.Tests.Reading;

namespace CallFlows.Docs.Tests.ReadingTests;

public sealed class SnippetLibraryTests
{
    private static readonly SnippetLibrary Library = new(
    [
        ("Line.cs", ["class Line", "{", "    void Run()", "    {", "        Answer();", "", "        HangUp();", "    }", "}"]),
    ]);

    [Fact]
    public void Complaint_LinesOfAFileWithoutTheirIndentation_IsNull() =>
        Library.Complaint(Block("Answer();", "", "HangUp();")).Should().BeNull();

    [Fact]
    public void Complaint_LinesWithBlankLinesAround_IsNull() =>
        Library.Complaint(Block("", "void Run()", "{", "    Answer();", "")).Should().BeNull();

    [Fact]
    public void Complaint_OneLineDiffers_NamesTheDocumentAndTheNearestSource() =>
        Library.Complaint(Block("Answer();", "", "Reject();")).Should()
            .Contain("docs/a.md:7").And.Contain("Line.cs:5").And.Contain("Reject();").And.Contain("HangUp();");

    [Fact]
    public void Complaint_LinesThatDoNotStandTogether_IsGiven() =>
        Library.Complaint(Block("Answer();", "HangUp();")).Should().NotBeNull();

    [Fact]
    public void Complaint_IndentationWithinTheBlockDiffers_IsGiven() =>
        Library.Complaint(Block("void Run()", "{", "Answer();")).Should().NotBeNull();

    [Theory]
    [InlineData("// …")]
    [InlineData("    // ...")]
    [InlineData("…")]
    [InlineData("{ … }")]
    public void Complaint_CodeLeftOut_NamesTheLine(string ellipsis) =>
        Library.Complaint(Block("Answer();", ellipsis)).Should().Contain("docs/a.md:9").And.Contain("leaves code out");

    [Fact]
    public void Complaint_EmptyBlock_IsGiven() => Library.Complaint(Block("", " ")).Should().Contain("empty");

    [Fact]
    public void Complaint_NothingAlike_SaysWhereSnippetsGo() =>
        Library.Complaint(Block("Unknown();")).Should().Contain("docs/a.md:7").And.Contain("Snippets");

    private static CodeBlock Block(params string[] lines) => new("docs/a.md", 7, "csharp", lines);
}
