using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Reports;
using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.ShortCall;

/// <summary>Short calls on both stores, by 1, 50 and 500 callers at once.</summary>
internal static class ShortCallBenchmark
{
    private static readonly int[] Callers = [1, 50, 500];
    private static readonly StoreKind[] Kinds = [StoreKind.Memory, StoreKind.Sqlite];

    public static async Task RunAsync(RunSettings settings, TextWriter output)
    {
        MarkdownTable table = new(
            "Store, callers", "calls a second", "event to next activity, p50", "p99", "processor time a call", "allocated a call", "on disk a call");
        foreach (int callers in Callers)
        {
            Dictionary<StoreKind, List<ShortCallRound>> rounds = Kinds.ToDictionary(kind => kind, _ => new List<ShortCallRound>());
            foreach (StoreKind kind in Kinds)
            {
                await ShortCallRound.RunAsync(kind, callers, settings.WarmUpLength, settings.Folder);
            }

            for (int round = 1; round <= settings.Rounds; round++)
            {
                foreach (StoreKind kind in Kinds)
                {
                    Progress.Say($"short calls, {callers} callers, {kind}, round {round}");
                    rounds[kind].Add(await ShortCallRound.RunAsync(kind, callers, settings.RoundLength, settings.Folder));
                }
            }

            foreach (StoreKind kind in Kinds)
            {
                table.Add(Row($"{kind}, {callers}", rounds[kind]));
            }
        }

        output.WriteLine("## Short call");
        output.WriteLine();
        table.Write(output);
    }

    private static string[] Row(string name, IReadOnlyList<ShortCallRound> rounds) =>
    [
        name,
        Spread.Of(rounds, round => round.Load.CallsPerSecond).Show(Numbers.Count),
        Spread.Of(rounds, round => round.Load.MicrosecondsP50).Show(Numbers.Microseconds),
        Spread.Of(rounds, round => round.Load.MicrosecondsP99).Show(Numbers.Microseconds),
        Numbers.Microseconds(Spread.Of(rounds, round => round.Load.ProcessorMicrosecondsPerCall).Median),
        Numbers.Bytes(Spread.Of(rounds, round => round.Load.AllocatedBytesPerCall).Median),
        rounds[0].DiskBytes is null ? "–" : Numbers.Bytes(Spread.Of(rounds, round => (double)round.DiskBytes!.Value / round.Load.Calls).Median),
    ];
}
