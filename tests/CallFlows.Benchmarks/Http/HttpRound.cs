using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Http;

/// <summary>One round of calls over HTTP on a new application.</summary>
/// <param name="Load">What the load generator has seen.</param>
/// <param name="App">What the application used meanwhile.</param>
/// <param name="DiskBytes">What the application left on disk, per call; null for none.</param>
internal sealed record HttpRound(HttpLoadResult Load, AppAnswer App, double? DiskBytes)
{
    /// <summary>A round whose service is answered for inside the application.</summary>
    public static async Task<HttpRound> RunInProcessAsync(StoreKind store, int callers, RunSettings settings, CallbackTokens tokens)
    {
        using WorkFolder folder = WorkFolder.Create(settings.Folder);
        await using ActionListener actions = new();
        HttpLoadResult load;
        AppAnswer used;
        AppAnswer settled;
        LineProcess app = AppProcess.Start(new AppCase(
            store, folder.FullPath, actions.Port, InProcessService.ConnectionString, InProcessService.MetadataAddress, InProcessService.Audience, tokens.Keys));
        await using (app)
        {
            CallFlowsTarget target = new((await app.ReadAsync<AppAnswer>()).Url, tokens);
            using (HttpLoad warmUp = new(target, actions, callers, firstCaller: 0))
            {
                await warmUp.RunAsync(settings.HttpWarmUp());
            }

            AppAnswer before = await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: true));
            await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: false));
            using HttpLoad measured = new(target, actions, callers, firstCaller: callers);
            load = await measured.RunAsync(CallQuota.For(settings.RoundLength));
            used = await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: false));
            settled = await app.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(Settle: true));
            Check(load.Calls + before.Completed, settled);
        }

        return new HttpRound(load, used, store == StoreKind.Memory ? null : (double)folder.Bytes / settled.Completed);
    }

    /// <summary>A call that was acknowledged to its end must have completed: a fast wrong answer is no result.</summary>
    /// <exception cref="InvalidOperationException">Some have not.</exception>
    public static void Check(long held, AppAnswer settled)
    {
        if (settled.Completed != held || settled.Failed != 0)
        {
            throw new InvalidOperationException($"{held} calls were held; {settled.Completed} completed and {settled.Failed} failed.");
        }
    }
}
