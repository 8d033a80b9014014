namespace CallFlows.Benchmarks.Measuring;

/// <summary>The median of several rounds, and how far they lie apart.</summary>
internal sealed record Spread(double Min, double Median, double Max)
{
    public static Spread Of<T>(IEnumerable<T> rounds, Func<T, double> value)
    {
        double[] sorted = [.. rounds.Select(value).Order()];
        int middle = sorted.Length / 2;
        double median = sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[^1]);
    }

    public string Show(Func<double, string> format) => $"{format(Median)} ({format(Min)}–{format(Max)})";
}
