namespace CallFlows.Docs.Tests.Reading;

/// <summary>Lines of code without what differs between a file and a document: common indentation, trailing spaces, blank lines around.</summary>
internal static class CodeText
{
    public static IReadOnlyList<string> Normalise(IEnumerable<string> lines)
    {
        List<string> trimmed = [.. lines.Select(line => line.TrimEnd())];
        while (trimmed.Count > 0 && trimmed[0].Length == 0)
        {
            trimmed.RemoveAt(0);
        }

        while (trimmed.Count > 0 && trimmed[^1].Length == 0)
        {
            trimmed.RemoveAt(trimmed.Count - 1);
        }

        int indentation = trimmed.Where(line => line.Length > 0).Select(Indentation).DefaultIfEmpty(0).Min();
        return [.. trimmed.Select(line => line.Length == 0 ? line : line[indentation..])];
    }

    /// <summary>Whether a line stands for code that was left out.</summary>
    public static bool IsEllipsis(string line) => line.Replace("...", "…", StringComparison.Ordinal).Trim().TrimStart('/').Trim() is "…" or "{ … }";

    private static int Indentation(string line) => line.Length - line.TrimStart().Length;
}
