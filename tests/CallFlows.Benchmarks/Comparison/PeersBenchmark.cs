using CallFlows.Benchmarks.Http;
using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Reports;
using CallFlows.Benchmarks.ShortCall;
using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.Comparison;

/// <summary>The same short call on other engines, in turns with ours.</summary>
internal static class PeersBenchmark
{
    private const int Callers = 50;

    public static async Task RunAsync(RunSettings settings, TextWriter output)
    {
        output.WriteLine("## Peers");
        output.WriteLine();
        if (await PeerPackages.FetchAsync() is { } reason)
        {
            output.WriteLine($"Not measured: {reason}.");
            output.WriteLine();
            return;
        }

        MarkdownTable table = new($"{Callers} callers", "CallFlows, calls a second", "the peer's", "ratio");
        (double Ours, double Theirs)[] memory = await DurableTaskJsAsync(settings);
        table.Add(Row("In memory, to durabletask-js on its in-memory backend", memory));
        (double Ours, double Theirs)[] http = await RestateAsync(settings);
        table.Add(Row("Over HTTP on disk, to Restate with its defaults", http));
        table.Write(output);
    }

    private static async Task<(double Ours, double Theirs)[]> DurableTaskJsAsync(RunSettings settings)
    {
        await using LineProcess peer = LineProcess.Start(PeerPackages.Program("durabletask-js.mjs"));
        await peer.AskAsync<DurableTaskJsRound, DurableTaskJsResult>(new DurableTaskJsRound(settings.WarmUpLength.TotalSeconds, Callers));
        await ShortCallRound.RunAsync(StoreKind.Memory, Callers, settings.WarmUpLength, settings.Folder);
        (double, double)[] rounds = new (double, double)[settings.Rounds];
        for (int round = 0; round < rounds.Length; round++)
        {
            Progress.Say($"short calls in memory, to durabletask-js, round {round + 1}");
            ShortCallRound ours = await ShortCallRound.RunAsync(StoreKind.Memory, Callers, settings.RoundLength, settings.Folder);
            DurableTaskJsResult theirs = await peer.AskAsync<DurableTaskJsRound, DurableTaskJsResult>(
                new DurableTaskJsRound(settings.RoundLength.TotalSeconds, Callers));
            rounds[round] = (ours.Load.CallsPerSecond, theirs.CallsPerSecond);
        }

        return rounds;
    }

    private static async Task<(double Ours, double Theirs)[]> RestateAsync(RunSettings settings)
    {
        CallbackTokens tokens = new(InProcessService.Audience);
        await using HttpApplication application = await HttpApplication.StartAsync(StoreKind.Sqlite, Callers, settings, tokens);
        await using RestateContender restate = await RestateContender.StartAsync(Callers, settings);
        (double, double)[] rounds = new (double, double)[settings.Rounds];
        for (int round = 0; round < rounds.Length; round++)
        {
            Progress.Say($"calls over HTTP, to Restate, round {round + 1}");
            HttpRound ours = await application.MeasureAsync(settings.RoundLength);
            HttpLoadResult theirs = await restate.MeasureAsync(settings.RoundLength);
            rounds[round] = (ours.Load.CallsPerSecond, theirs.CallsPerSecond);
        }

        return rounds;
    }

    private static string[] Row(string name, (double Ours, double Theirs)[] rounds) =>
    [
        name,
        Spread.Of(rounds, round => round.Ours).Show(Numbers.Count),
        Spread.Of(rounds, round => round.Theirs).Show(Numbers.Count),
        Spread.Of(rounds, round => round.Ours / round.Theirs).Show(Numbers.Ratio),
    ];
}
