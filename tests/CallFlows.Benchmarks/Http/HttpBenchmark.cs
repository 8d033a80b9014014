using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Emulated;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Reports;
using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.Http;

/// <summary>The whole path over HTTP: Event Grid in, four actions, four callbacks with tokens, each acknowledged after its commit.</summary>
internal static class HttpBenchmark
{
    public const int Callers = 50;
    private static readonly StoreKind[] Kinds = [StoreKind.Sqlite, StoreKind.Memory];

    public static async Task RunAsync(RunSettings settings, TextWriter output)
    {
        CallbackTokens tokens = new(InProcessService.Audience);
        MarkdownTable table = new(
            $"{Callers} callers", "calls a second", "callback to 200, p50", "p99", "callback to next action, p50", "p99",
            "processor time a call: application", "load generator", "allocated a call", "on disk a call");
        foreach (StoreKind kind in Kinds)
        {
            await using (IHttpContender application = await HttpApplication.StartAsync(kind, Callers, settings, tokens))
            {
                table.Add(await MeasureAsync($"{kind}, service answered for in the process", application, settings));
            }

            await using (IHttpContender application = await EmulatedApplication.StartAsync(kind, Callers, settings))
            {
                table.Add(await MeasureAsync($"{kind}, emulator", application, settings));
            }
        }

        output.WriteLine("## Whole path over HTTP");
        output.WriteLine();
        table.Write(output);
    }

    private static async Task<string[]> MeasureAsync(string name, IHttpContender application, RunSettings settings)
    {
        List<HttpRound> rounds = [];
        for (int round = 1; round <= settings.Rounds; round++)
        {
            Progress.Say($"calls over HTTP, {name}, round {round}");
            rounds.Add(await application.MeasureAsync(settings.RoundLength));
        }

        return Row(name, rounds, await application.CloseAsync());
    }

    private static string[] Row(string name, IReadOnlyList<HttpRound> rounds, double? diskBytes) =>
    [
        name,
        Spread.Of(rounds, round => round.Load.CallsPerSecond).Show(Numbers.Count),
        Spread.Of(rounds, round => round.Load.ToAcknowledgement.Percentile(0.50).TotalMicroseconds).Show(Numbers.Microseconds),
        Numbers.Microseconds(Spread.Of(rounds, round => round.Load.ToAcknowledgement.Percentile(0.99).TotalMicroseconds).Median),
        Spread.Of(rounds, round => round.Load.ToNextAction.Percentile(0.50).TotalMicroseconds).Show(Numbers.Microseconds),
        Numbers.Microseconds(Spread.Of(rounds, round => round.Load.ToNextAction.Percentile(0.99).TotalMicroseconds).Median),
        Numbers.Microseconds(Spread.Of(rounds, round => round.App.Usage.Processor.TotalMicroseconds / round.Load.Calls).Median),
        Numbers.Microseconds(Spread.Of(rounds, round => round.Load.Usage.Processor.TotalMicroseconds / round.Load.Calls).Median),
        Numbers.Bytes(Spread.Of(rounds, round => (double)round.App.Usage.AllocatedBytes / round.Load.Calls).Median),
        diskBytes is { } bytes ? Numbers.Bytes(bytes) : "–",
    ];
}
