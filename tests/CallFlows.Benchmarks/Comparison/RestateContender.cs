using System.Diagnostics;
using System.Globalization;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Comparison;

/// <summary>A Restate server with its service, warm.</summary>
internal sealed class RestateContender : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);

    private readonly WorkFolder _folder;
    private readonly ActionListener _actions;
    private readonly RestateServer _server;
    private readonly LineProcess _service;
    private readonly int _callers;
    private int _nextCaller;
    private long _held;

    private RestateContender(WorkFolder folder, ActionListener actions, RestateServer server, LineProcess service, int callers)
    {
        _folder = folder;
        _actions = actions;
        _server = server;
        _service = service;
        _callers = callers;
    }

    public static async Task<RestateContender> StartAsync(int callers, RunSettings settings)
    {
        WorkFolder folder = WorkFolder.Create(settings.Folder);
        ActionListener actions = new();
        RestateServer server = await RestateServer.StartAsync(folder.FullPath);
        LineProcess service = LineProcess.Start(PeerPackages.Program("restate-service.mjs", actions.Port.ToString(CultureInfo.InvariantCulture)));
        await server.RegisterAsync((await service.ReadAsync<RestateAnswer>()).Port);
        RestateContender contender = new(folder, actions, server, service, callers);
        await contender.RunAsync(settings.HttpWarmUp());
        return contender;
    }

    public Task<HttpLoadResult> MeasureAsync(TimeSpan length) => RunAsync(CallQuota.For(length));

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        await _server.DisposeAsync();
        await _actions.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<HttpLoadResult> RunAsync(CallQuota quota)
    {
        using HttpLoad load = new(new RestateTarget(_server.Ingress), _actions, _callers, _nextCaller);
        _nextCaller += _callers;
        HttpLoadResult result = await load.RunAsync(quota);
        _held += result.Calls;
        await SettleAsync(_service, _held);
        return result;
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
