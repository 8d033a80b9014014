using CallFlows.Benchmarks.Reports;
using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.Parked;

/// <summary>What instances cost that wait for an event and for a time that is far away.</summary>
internal static class ParkedBenchmark
{
    private static readonly StoreKind[] Kinds = [StoreKind.Memory, StoreKind.Sqlite];

    public static async Task RunAsync(RunSettings settings, TextWriter output)
    {
        int[] counts = settings.IsQuick ? [1_000] : [10_000, 100_000];
        MarkdownTable memory = new(
            "Store, instances", "live executions", "heap an instance", "working set an instance", "processor while idle");
        MarkdownTable restart = new("Store, instances", "engine has started", "event acknowledged", "its instance went on", "working set", "processor while idle");
        foreach (StoreKind kind in Kinds)
        {
            foreach (int count in counts)
            {
                await MeasureAsync(kind, count, settings, memory, restart);
            }
        }

        output.WriteLine("## Parked instances");
        output.WriteLine();
        memory.Write(output);
        restart.Write(output);
    }

    private static async Task MeasureAsync(
        StoreKind kind, int count, RunSettings settings, MarkdownTable memory, MarkdownTable restart)
    {
        double idle = settings.IsQuick ? 1 : 10;
        foreach (int live in (int[])[2 * count, 1])
        {
            Progress.Say($"{count} parked, {kind}, at most {live} executions in memory");
            using WorkFolder folder = WorkFolder.Create(settings.Folder);
            ParkedResult result = await ParkedProcess.RunAsync(new ParkedCase(kind, count, live, folder.FullPath, idle, IsRestart: false));
            memory.Add(
                $"{kind}, {Numbers.Count(count)}",
                Numbers.Count(result.LiveExecutions),
                Numbers.Bytes((double)result.HeapBytes / count),
                Numbers.Bytes((double)result.WorkingSetBytes / count),
                Numbers.Percent(result.IdleShare));
            if (kind == StoreKind.Sqlite && live == 1)
            {
                await RestartAsync(kind, count, folder, idle, restart);
            }
        }
    }

    private static async Task RestartAsync(StoreKind kind, int count, WorkFolder folder, double idle, MarkdownTable restart)
    {
        Progress.Say($"restart with {count} parked, {kind}");
        ParkedResult result = await ParkedProcess.RunAsync(new ParkedCase(kind, count, 10_000, folder.FullPath, idle, IsRestart: true));
        restart.Add(
            $"{kind}, {Numbers.Count(count)}",
            Numbers.Microseconds(result.StartMilliseconds * 1_000),
            Numbers.Microseconds(result.ServingMilliseconds * 1_000),
            Numbers.Microseconds(result.WokenMilliseconds * 1_000),
            Numbers.Bytes(result.WorkingSetBytes),
            Numbers.Percent(result.IdleShare));
    }
}
