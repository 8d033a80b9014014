using System.Diagnostics;
using System.Globalization;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Comparison;

/// <summary>One round of short calls on a new Restate server.</summary>
internal static class RestateRound
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    public static async Task<HttpLoadResult> RunAsync(int callers, RunSettings settings)
    {
        using WorkFolder folder = WorkFolder.Create(settings.Folder);
        await using ActionListener actions = new();
        await using RestateServer server = await RestateServer.StartAsync(folder.FullPath);
        LineProcess service = LineProcess.Start(PeerPackages.Program("restate-service.mjs", actions.Port.ToString(CultureInfo.InvariantCulture)));
        await using (service)
        {
            await server.RegisterAsync((await service.ReadAsync<RestateAnswer>()).Port);
            RestateTarget target = new(server.Ingress);
            HttpLoadResult warmUp;
            using (HttpLoad first = new(target, actions, callers, firstCaller: 0))
            {
                warmUp = await first.RunAsync(settings.HttpWarmUp());
                await SettleAsync(service, warmUp.Calls);
            }

            using HttpLoad measured = new(target, actions, callers, firstCaller: callers);
            HttpLoadResult load = await measured.RunAsync(CallQuota.For(settings.RoundLength));
            await SettleAsync(service, warmUp.Calls + load.Calls);
            return load;
        }
    }

    private static async Task SettleAsync(LineProcess service, long held)
    {
        long began = Stopwatch.GetTimestamp();
        for (long completed = -1; completed != held;)
        {
            completed = (await service.AskAsync<object, RestateAnswer>(new { })).Completed;
            if (Stopwatch.GetElapsedTime(began) > Patience)
            {
                throw new InvalidOperationException($"{held} calls were held; {completed} completed.");
            }

            await Task.Delay(Between);
        }
    }
}
