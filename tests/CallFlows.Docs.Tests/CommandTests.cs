using CallFlows.Docs.Tests.Reading;

namespace CallFlows.Docs.Tests;

public sealed class CommandTests
{
    public static TheoryData<string> Documents => [.. Repository.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Command_InADocument_NamesWhatIsThere(string document)
    {
        IEnumerable<string> broken = MarkdownDocument.Load(document).Blocks
            .Where(block => block.Language == "bash")
            .SelectMany(block => block.Lines.SelectMany((line, index) =>
                ShellPaths.Of(line).Where(IsMissing).Select(path => $"{document}:{block.Line + 1 + index}: '{path}' is not in the repository")));

        broken.Should().BeEmpty();
    }

    [Theory]
    [InlineData("tests/run")]
    [InlineData(".ci/run")]
    public void Script_OfTheRepository_CanBeRun(string script)
    {
        if (OperatingSystem.IsWindows())
        {
            File.Exists(Repository.FullPath(script)).Should().BeTrue();
        }
        else
        {
            File.GetUnixFileMode(Repository.FullPath(script)).Should().HaveFlag(UnixFileMode.UserExecute);
        }
    }

    private static bool IsMissing(string path) =>
        !File.Exists(Repository.FullPath(path)) && !Directory.Exists(Repository.FullPath(path));
}
