namespace CallFlows.Docs.Tests.Reading;

/// <summary>Source files that the build compiles, searched for the lines a document shows.</summary>
internal sealed class SnippetLibrary(IReadOnlyList<(string Path, IReadOnlyList<string> Lines)> files)
{
    public static SnippetLibrary Load() => Load(Repository.SnippetSources);

    public static SnippetLibrary LoadScripts() => Load(Repository.ScriptSources);

    /// <summary>What is wrong with a block; null when its lines stand in a compiled file, one after the other.</summary>
    public string? Complaint(CodeBlock block)
    {
        if (block.Lines.Select((line, index) => (line, index)).FirstOrDefault(l => CodeText.IsEllipsis(l.line)) is { line: not null } left)
        {
            return $"{block.Document}:{block.Line + 1 + left.index}: '{left.line.Trim()}' leaves code out; show lines that stand together, or several blocks.";
        }

        IReadOnlyList<string> wanted = CodeText.Normalise(block.Lines);
        if (wanted.Count == 0)
        {
            return $"{block.Place}: the block is empty.";
        }

        NearMiss? nearest = null;
        foreach ((string path, IReadOnlyList<string> lines) in files)
        {
            for (int start = 0; start < lines.Count; start++)
            {
                NearMiss miss = Compare(wanted, path, lines, start);
                if (miss.Equal == wanted.Count)
                {
                    return null;
                }

                nearest = nearest is null || miss.Equal > nearest.Equal ? miss : nearest;
            }
        }

        return nearest is { Equal: > 0 }
            ? $"{block.Place}: these lines stand in no compiled file. Nearest is {nearest.Path}:{nearest.Line}, which differs first at\n  document: {nearest.Wanted}\n  source:   {nearest.Found}"
            : $"{block.Place}: these lines stand in no compiled file; put them into tests/CallFlows.Docs.Tests/Snippets, or show a sample.";
    }

    private static SnippetLibrary Load(IEnumerable<string> paths) => new(
        [.. paths.Select(path => (path, (IReadOnlyList<string>)File.ReadAllLines(Repository.FullPath(path))))]);

    private static NearMiss Compare(IReadOnlyList<string> wanted, string path, IReadOnlyList<string> lines, int start)
    {
        // Not normalised as a block: a blank first line would move the window.
        string[] window = [.. lines.Skip(start).Take(wanted.Count).Select(line => line.TrimEnd())];
        int indentation = window.Where(line => line.Length > 0).Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty(0).Min();
        int equal = 0;
        (string Wanted, string Found)? first = null;
        for (int i = 0; i < wanted.Count; i++)
        {
            string found = i >= window.Length ? "(end of file)" : window[i].Length == 0 ? "" : window[i][indentation..];
            if (string.Equals(found, wanted[i], StringComparison.Ordinal))
            {
                equal++;
            }
            else
            {
                first ??= (wanted[i], found);
            }
        }

        return new NearMiss(path, start + 1, equal, first?.Wanted ?? "", first?.Found ?? "");
    }

    private sealed record NearMiss(string Path, int Line, int Equal, string Wanted, string Found);
}
