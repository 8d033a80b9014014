using System.Diagnostics;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Reports;
using CallFlows.Testing.Exploration;

namespace CallFlows.Benchmarks.Testing;

/// <summary>How many virtual calls and explored schedules of the order sample a second the testing kit makes.</summary>
internal static class TestingBenchmark
{
    /// <summary>
    /// A world takes part in everything, from the engine to the emulator, so there is much code to be compiled two or three times. A test run never
    /// gets so far: its first exploration is measured apart.
    /// </summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    public static async Task RunAsync(RunSettings settings, TextWriter output)
    {
        output.WriteLine("## Testing kit");
        output.WriteLine();
        Progress.Say("testing, first exploration of the process");
        Meter first = new();
        ExplorationResult cold = await OrderStory.ExploreAsync();
        Usage coldUsage = first.Read();

        Progress.Say("testing, warm-up");
        for (long began = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(began) < (settings.IsQuick ? TimeSpan.Zero : WarmUp);)
        {
            await OrderStory.ExploreAsync();
        }

        List<(int Count, Usage Usage)> calls = [];
        List<(int Count, Usage Usage)> schedules = [];
        for (int round = 1; round <= settings.Rounds; round++)
        {
            Progress.Say($"testing, round {round}");
            calls.Add(await RepeatAsync(settings.RoundLength, CallAsync));
            schedules.Add(await RepeatAsync(settings.RoundLength, async () => (await OrderStory.ExploreAsync()).Schedules));
        }

        MarkdownTable table = new("Order sample", "a second", "processor time each", "allocated each");
        table.Add($"first exploration of a process, {cold.Schedules} schedules", Numbers.Count(cold.Schedules / coldUsage.Elapsed.TotalSeconds), Each(cold.Schedules, coldUsage), Size(cold.Schedules, coldUsage));
        Add(table, "schedules", schedules);
        Add(table, "virtual calls, as many at once as processors", calls);
        table.Write(output);
    }

    private static void Add(MarkdownTable table, string name, List<(int Count, Usage Usage)> rounds) => table.Add(
        name,
        Spread.Of(rounds, round => round.Count / round.Usage.Elapsed.TotalSeconds).Show(Numbers.Count),
        Numbers.Microseconds(Spread.Of(rounds, round => round.Usage.Processor.TotalMicroseconds / round.Count).Median),
        Numbers.Bytes(Spread.Of(rounds, round => (double)round.Usage.AllocatedBytes / round.Count).Median));

    private static string Each(int count, Usage usage) => Numbers.Microseconds(usage.Processor.TotalMicroseconds / count);

    private static string Size(int count, Usage usage) => Numbers.Bytes((double)usage.AllocatedBytes / count);

    private static async Task<int> CallAsync()
    {
        const int Calls = 50;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, Calls), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (_, _) => await OrderStory.RunOnceAsync());
        return Calls;
    }

    private static async Task<(int Count, Usage Usage)> RepeatAsync(TimeSpan length, Func<Task<int>> work)
    {
        GC.Collect();
        Meter meter = new();
        long began = Stopwatch.GetTimestamp();
        int count = 0;
        do
        {
            count += await work();
        }
        while (Stopwatch.GetElapsedTime(began) < length);
        return (count, meter.Read());
    }
}
