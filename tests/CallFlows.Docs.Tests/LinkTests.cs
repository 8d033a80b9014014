using CallFlows.Docs.Tests.Reading;

namespace CallFlows.Docs.Tests;

public sealed class LinkTests
{
    public static TheoryData<string> Documents => [.. Repository.Documents];

    [Theory]
    [MemberData(nameof(Documents))]
    public void Link_ToTheRepository_PointsToWhatIsThere(string document)
    {
        IEnumerable<string> broken = MarkdownDocument.Load(document).Links
            .Where(link => !link.IsExternal)
            .Select(Complaint)
            .OfType<string>();

        broken.Should().BeEmpty();
    }

    private static string? Complaint(DocumentLink link)
    {
        string file = Repository.FullPath(link.File);
        if (!file.StartsWith(Repository.Root, StringComparison.Ordinal))
        {
            return $"{link.Place}: '{link.Target}' leaves the repository";
        }

        if (!File.Exists(file) && !Directory.Exists(file))
        {
            return $"{link.Place}: '{link.Target}' points to no file";
        }

        bool known = link.Anchor.Length == 0
            || (link.File.EndsWith(".md", StringComparison.Ordinal) && MarkdownDocument.Load(link.File).Anchors.Contains(link.Anchor));
        return known ? null : $"{link.Place}: '{link.Target}' names no heading of {link.File}";
    }
}
