namespace CallFlows.CrashTests.Judging;

/// <summary>Shows a verdict to people.</summary>
internal static class VerdictTable
{
    private const int MostShown = 50;

    public static void Write(Verdict verdict, TextWriter to)
    {
        int width = verdict.Facts.Max(fact => fact.Name.Length);
        to.WriteLine();
        foreach ((string name, string value) in verdict.Facts)
        {
            to.WriteLine($"  {name.PadRight(width)}  {value}");
        }

        to.WriteLine();
        if (verdict.IsGood)
        {
            to.WriteLine("PASSED");
            return;
        }

        foreach (string difference in verdict.Differences.Take(MostShown))
        {
            to.WriteLine($"  - {difference}");
        }

        to.WriteLine($"FAILED: {verdict.Differences.Count} differences{(verdict.Differences.Count > MostShown ? $", the first {MostShown} shown" : "")}");
    }
}
