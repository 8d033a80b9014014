using CallFlows.Benchmarks.Bare;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Reports;
using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.ShortCall;

/// <summary>Short calls on both stores and on the bare program, by few and by many callers at once, in turns.</summary>
internal static class ShortCallBenchmark
{
    private static readonly (string Name, Func<int, TimeSpan, string, Task<ShortCallRound>> Run)[] Contenders =
    [
        ("Memory", (callers, length, folder) => ShortCallRound.RunAsync(StoreKind.Memory, callers, length, folder)),
        ("SQLite", (callers, length, folder) => ShortCallRound.RunAsync(StoreKind.Sqlite, callers, length, folder)),
        ("Bare program", BareRound.RunAsync),
    ];

    public static async Task RunAsync(RunSettings settings, TextWriter output)
    {
        MarkdownTable table = new(
            "Store, callers", "calls a second", "event to next activity, p50", "p99", "processor time a call", "allocated a call", "on disk a call");
        MarkdownTable ratios = new("SQLite to the bare program, callers", "calls a second", "event to next activity, p50");
        foreach (int callers in settings.Callers)
        {
            List<ShortCallRound>[] rounds = await RunAsync(callers, settings);
            for (int contender = 0; contender < Contenders.Length; contender++)
            {
                table.Add(Row($"{Contenders[contender].Name}, {callers}", rounds[contender]));
            }

            // Rounds that stood side by side are compared, so that a slow spell of the machine hits both.
            (ShortCallRound Engine, ShortCallRound Bare)[] pairs = [.. rounds[1].Zip(rounds[2])];
            ratios.Add(
                Numbers.Count(callers),
                Spread.Of(pairs, pair => pair.Engine.Load.CallsPerSecond / pair.Bare.Load.CallsPerSecond).Show(Numbers.Ratio),
                Spread.Of(pairs, pair => pair.Engine.Load.MicrosecondsP50 / pair.Bare.Load.MicrosecondsP50).Show(Numbers.Ratio));
        }

        output.WriteLine("## Short call");
        output.WriteLine();
        table.Write(output);
        ratios.Write(output);
    }

    private static async Task<List<ShortCallRound>[]> RunAsync(int callers, RunSettings settings)
    {
        List<ShortCallRound>[] rounds = [.. Contenders.Select(_ => new List<ShortCallRound>())];
        foreach ((_, Func<int, TimeSpan, string, Task<ShortCallRound>> run) in Contenders)
        {
            await run(callers, settings.WarmUpLength, settings.Folder);
        }

        for (int round = 1; round <= settings.Rounds; round++)
        {
            for (int contender = 0; contender < Contenders.Length; contender++)
            {
                Progress.Say($"short calls, {callers} callers, {Contenders[contender].Name}, round {round}");
                rounds[contender].Add(await Contenders[contender].Run(callers, settings.RoundLength, settings.Folder));
            }
        }

        return rounds;
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
