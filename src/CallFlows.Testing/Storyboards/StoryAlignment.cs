namespace CallFlows.Testing.Storyboards;

/// <summary>A storyboard's lines beside what happened.</summary>
internal static class StoryAlignment
{
    /// <summary>
    /// Pairs what was told with what happened, in order. People's lines are paired with themselves; between them as many as can be are paired, and
    /// what was told comes before what happened instead.
    /// </summary>
    public static IReadOnlyList<StoryPair> Of(IReadOnlyList<StoryLine> lines, IReadOnlyList<StoryMoment> moments)
    {
        List<StoryPair> pairs = [];
        int line = 0;
        int moment = 0;
        foreach ((int nextMoment, DeedLine done) in moments.Index().Where(item => item.Item.Done is not null).Select(item => (item.Index, item.Item.Done!)))
        {
            int nextLine = lines.Index().First(item => item.Item == done).Index;
            Pair(lines, line, nextLine, moments, moment, nextMoment, pairs);
            pairs.Add(new StoryPair(done, moments[nextMoment]));
            (line, moment) = (nextLine + 1, nextMoment + 1);
        }

        Pair(lines, line, lines.Count, moments, moment, moments.Count, pairs);
        return pairs;
    }

    private static void Pair(
        IReadOnlyList<StoryLine> lines, int line, int lineEnd, IReadOnlyList<StoryMoment> moments, int moment, int momentEnd, List<StoryPair> pairs)
    {
        // most[i, j]: how many pairs there can be from line + i and moment + j on.
        int[,] most = new int[lineEnd - line + 1, momentEnd - moment + 1];
        for (int i = lineEnd - line - 1; i >= 0; i--)
        {
            for (int j = momentEnd - moment - 1; j >= 0; j--)
            {
                most[i, j] = Fit(lines[line + i], moments[moment + j]) ? most[i + 1, j + 1] + 1 : Math.Max(most[i + 1, j], most[i, j + 1]);
            }
        }

        List<StoryPair> instead = [];
        int at = 0;
        int by = 0;
        while (line + at < lineEnd || moment + by < momentEnd)
        {
            bool hasLine = line + at < lineEnd;
            bool hasMoment = moment + by < momentEnd;
            if (hasLine && hasMoment && Fit(lines[line + at], moments[moment + by]))
            {
                pairs.AddRange(instead);
                instead.Clear();
                pairs.Add(new StoryPair(lines[line + at++], moments[moment + by++]));
            }
            else if (hasLine && (!hasMoment || most[at + 1, by] >= most[at, by + 1]))
            {
                pairs.Add(new StoryPair(lines[line + at++], null));
            }
            else
            {
                instead.Add(new StoryPair(null, moments[moment + by++]));
            }
        }

        pairs.AddRange(instead);
    }

    private static bool Fit(StoryLine line, StoryMoment moment) => line is SystemLine system && moment.Act is { } act && system.Expects(act);
}
