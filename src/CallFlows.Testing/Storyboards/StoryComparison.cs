namespace CallFlows.Testing.Storyboards;

/// <summary>A storyboard compared with what happened: as a text for people, and as the file that would be right.</summary>
internal sealed class StoryComparison(StoryScript script, StoryOutcome outcome)
{
    private readonly IReadOnlyList<StoryPair> _pairs = StoryAlignment.Of(script.Lines, outcome.Moments);

    public bool IsEqual => _pairs.All(pair => pair is { Line: not null, Moment: not null });

    /// <summary>The line of the first difference; the last line where there is none.</summary>
    public int FirstDifference
    {
        get
        {
            int first = _pairs.TakeWhile(pair => pair is { Line: not null, Moment: not null }).Count();
            return _pairs.Skip(first).FirstOrDefault(pair => pair.Line is not null)?.Line!.Number ?? script.Lines[^1].Number;
        }
    }

    /// <summary>Two transcripts in one: what both have, what only the storyboard has (<c>-</c>), what only happened (<c>+</c>).</summary>
    public string Difference => string.Join('\n', _pairs.Select(pair => pair switch
    {
        { Line: { } line, Moment: not null } => $"  {line.Text}",
        { Line: { } line } => $"- {line.Text}",
        _ => $"+ {Written(pair)}",
    }));

    /// <summary>The file's lines with what happened in place of what was told. People's lines, titles and comments stay.</summary>
    public IReadOnlyList<string> Corrected()
    {
        IReadOnlyList<string> file = script.File.Lines;
        List<string> lines = [];
        int next = 0;
        for (int index = 0; index < _pairs.Count;)
        {
            if (_pairs[index] is { Line: { } kept, Moment: not null })
            {
                lines.AddRange(file.Skip(next).Take(kept.Number - next));
                next = kept.Number;
                index++;
                continue;
            }

            StoryPair[] other = [.. _pairs.Skip(index).TakeWhile(pair => pair.Line is null || pair.Moment is null)];
            StoryLine[] gone = [.. other.Where(pair => pair.Line is not null).Select(pair => pair.Line!)];

            // What is new stands where the first of what it replaces stood, or right after what was before it.
            if (gone is [StoryLine first, ..])
            {
                lines.AddRange(file.Skip(next).Take(first.Number - 1 - next));
                next = first.Number;
            }

            lines.AddRange(other.Where(pair => pair.Moment is not null).Select(Written));
            foreach (StoryLine line in gone.Skip(1))
            {
                lines.AddRange(file.Skip(next).Take(line.Number - 1 - next));
                next = line.Number;
            }

            index += other.Length;
        }

        lines.AddRange(file.Skip(next));
        return lines;
    }

    private string Written(StoryPair pair) => pair.Moment!.Act!.ToLine(script.First);
}
