using System.Text;
using System.Text.RegularExpressions;

namespace CallFlows.Docs.Tests.Reading;

/// <summary>A document taken apart: its fenced blocks, its links, its headings.</summary>
internal sealed partial class MarkdownDocument
{
    private readonly List<CodeBlock> _blocks = [];
    private readonly List<DocumentLink> _links = [];
    private readonly HashSet<string> _anchors = new(StringComparer.Ordinal);

    private MarkdownDocument(string path) => Path = path;

    /// <summary>From the root of the repository.</summary>
    public string Path { get; }

    public IReadOnlyList<CodeBlock> Blocks => _blocks;

    public IReadOnlyList<DocumentLink> Links => _links;

    /// <summary>What links may name after a #: the headings as GitHub writes them.</summary>
    public IReadOnlySet<string> Anchors => _anchors;

    public static MarkdownDocument Load(string path) => Parse(path, File.ReadAllText(Repository.FullPath(path)));

    /// <summary>Takes a text apart.</summary>
    /// <exception cref="FormatException">A fence is never closed.</exception>
    public static MarkdownDocument Parse(string path, string text)
    {
        MarkdownDocument document = new(path);
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            Match fence = Fence().Match(lines[i]);
            if (fence.Success)
            {
                int end = ClosingFence(lines, i, fence.Groups["fence"].Value)
                    ?? throw new FormatException($"{path}:{i + 1}: the block that begins here is never closed.");
                document._blocks.Add(new CodeBlock(path, i + 1, fence.Groups["language"].Value, lines[(i + 1)..end]));
                i = end;
            }
            else
            {
                document.ReadText(lines[i], i + 1);
            }
        }

        return document;
    }

    private static int? ClosingFence(string[] lines, int start, string fence)
    {
        int end = Array.FindIndex(lines, start + 1, line => line.Trim() is { Length: >= 3 } text && text.Trim(fence[0]).Length == 0 && text.Length >= fence.Length);
        return end < 0 ? null : end;
    }

    private void ReadText(string line, int number)
    {
        if (Heading().Match(line) is { Success: true } heading)
        {
            _anchors.Add(AnchorOf(heading.Groups["text"].Value));
        }

        string prose = InlineCode().Replace(line, "");
        _links.AddRange(Link().Matches(prose).Select(link => new DocumentLink(Path, number, link.Groups["target"].Value)));
    }

    private static string AnchorOf(string heading)
    {
        StringBuilder anchor = new();
        foreach (char c in heading.Trim().ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(c) || c is '-' or '_')
            {
                anchor.Append(c);
            }
            else if (c == ' ')
            {
                anchor.Append('-');
            }
        }

        return anchor.ToString();
    }

    [GeneratedRegex(@"^\s*(?<fence>`{3,}|~{3,})\s*(?<language>[^\s`]*)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^#{1,6}\s+(?<text>.*)$")]
    private static partial Regex Heading();

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)(\s+""[^""]*"")?\)|^\s*\[[^\]]+\]:\s*(?<target>\S+)")]
    private static partial Regex Link();
}
