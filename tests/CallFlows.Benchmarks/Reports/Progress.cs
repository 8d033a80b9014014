namespace CallFlows.Benchmarks.Reports;

/// <summary>Tells on standard error what is measured now; the tables alone go to standard output.</summary>
internal static class Progress
{
    public static void Say(string what) => Console.Error.WriteLine($"… {what}");
}
