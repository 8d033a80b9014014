namespace CallFlows.Benchmarks.Reports;

/// <summary>A table in Markdown, aligned so that it also reads well in a terminal.</summary>
internal sealed class MarkdownTable(params string[] headings)
{
    private readonly List<string[]> _rows = [];

    public void Add(params string[] cells) => _rows.Add(cells.Length == headings.Length
        ? cells
        : throw new ArgumentException($"The table has {headings.Length} columns; the row has {cells.Length}.", nameof(cells)));

    public void Write(TextWriter output)
    {
        int[] widths = [.. headings.Select((heading, column) => _rows.Select(row => row[column].Length).Append(heading.Length).Append(3).Max())];
        Write(output, headings, widths);
        Write(output, [.. widths.Select((width, column) => column == 0 ? new string('-', width) : new string('-', width - 1) + ':')], widths);
        foreach (string[] row in _rows)
        {
            Write(output, row, widths);
        }

        output.WriteLine();
        output.Flush();
    }

    private static void Write(TextWriter output, string[] cells, int[] widths) =>
        output.WriteLine($"| {string.Join(" | ", cells.Select((cell, column) => cell.PadRight(widths[column])))} |");
}
