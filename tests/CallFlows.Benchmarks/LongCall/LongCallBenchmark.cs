using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Reports;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.LongCall;

/// <summary>What one round of an activity and an event costs in calls of 250 to 4,000 rounds.</summary>
internal static class LongCallBenchmark
{
    private const int ManyCallers = 50;
    private static readonly int[] Lengths = [250, 500, 1_000, 2_000, 4_000];
    private static readonly StoreKind[] Kinds = [StoreKind.Memory, StoreKind.Sqlite];

    public static async Task RunAsync(RunSettings settings, TextWriter output)
    {
        output.WriteLine("## Long call");
        output.WriteLine();
        foreach (StoreKind kind in Kinds)
        {
            foreach (int callers in (int[])[1, ManyCallers])
            {
                await WriteAsync(kind, callers, settings, output);
            }
        }
    }

    private static async Task WriteAsync(StoreKind kind, int callers, RunSettings settings, TextWriter output)
    {
        Dictionary<int, List<LoadResult>> samples = Lengths.ToDictionary(length => length, _ => new List<LoadResult>());
        await SampleAsync(kind, callers, Lengths[^1], settings);
        for (int round = 1; round <= settings.Rounds; round++)
        {
            // Lengths take turns, so that a slow spell of the machine hits them all.
            foreach (int length in Lengths)
            {
                Progress.Say($"long calls, {kind}, {callers} at once, {length} rounds, round {round}");
                samples[length].Add(await SampleAsync(kind, callers, length, settings));
            }
        }

        MarkdownTable table = new(
            $"{kind}, {callers} at once: rounds a call", "time a round", $"to {Lengths[0]}", "processor time a round", $"to {Lengths[0]}", "allocated a round");
        foreach (int length in Lengths)
        {
            Spread elapsed = PerRound(samples[length], length, load => load.Usage.Elapsed.TotalMicroseconds);
            Spread processor = PerRound(samples[length], length, load => load.Usage.Processor.TotalMicroseconds);
            table.Add(
                Numbers.Count(length),
                elapsed.Show(Numbers.Microseconds),
                Numbers.Ratio(elapsed.Median / PerRound(samples[Lengths[0]], Lengths[0], load => load.Usage.Elapsed.TotalMicroseconds).Median),
                Numbers.Microseconds(processor.Median),
                Numbers.Ratio(processor.Median / PerRound(samples[Lengths[0]], Lengths[0], load => load.Usage.Processor.TotalMicroseconds).Median),
                Numbers.Bytes(PerRound(samples[length], length, load => load.Usage.AllocatedBytes).Median));
        }

        table.Write(output);
    }

    // As many rounds whatever the length, so that all samples are as long.
    private static async Task<LoadResult> SampleAsync(StoreKind kind, int callers, int length, RunSettings settings)
    {
        int roundsPerCaller = settings.IsQuick ? Lengths[^1] : (kind, callers) switch
        {
            (StoreKind.Memory, 1) => 20 * Lengths[^1],
            (StoreKind.Memory, _) => 3 * Lengths[^1],
            _ => Lengths[^1],
        };
        // A sample should not pay for what the one before has left behind.
        GC.Collect();
        CallWorkload workload = new(length, callers);
        await using EngineUnderTest engine = await EngineUnderTest.StartAsync(kind, workload.Registry, settings.Folder);
        return await CallLoad.RunAsync(engine.Engine, workload, () => CallQuota.Of((long)callers * roundsPerCaller / length));
    }

    private static Spread PerRound(IReadOnlyList<LoadResult> samples, int length, Func<LoadResult, double> value) =>
        Spread.Of(samples, load => value(load) / load.Calls / length);
}
