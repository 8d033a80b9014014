using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Feed;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Http;

/// <summary>An application under load, warm, in a process of its own; the service is answered for inside it.</summary>
internal sealed class HttpApplication : IHttpContender
{
    private readonly ActionListener _actions;
    private readonly AppUnderLoad _app;
    private readonly CallFlowsTarget _target;
    private readonly int _callers;
    private int _nextCaller;

    private HttpApplication(ActionListener actions, AppUnderLoad app, CallFlowsTarget target, int callers)
    {
        _actions = actions;
        _app = app;
        _target = target;
        _callers = callers;
    }

    public static async Task<HttpApplication> StartAsync(StoreKind store, int callers, RunSettings settings, CallbackTokens tokens)
    {
        WorkFolder folder = WorkFolder.Create(settings.Folder);
        ActionListener actions = new();
        (AppUnderLoad app, Uri url) = await AppUnderLoad.StartAsync(new AppCase(
            store, folder.FullPath, actions.Port, InProcessService.ConnectionString, InProcessService.MetadataAddress, InProcessService.Audience, tokens.Keys), folder);
        HttpApplication application = new(actions, app, new CallFlowsTarget(url, tokens), callers);
        await application.RunAsync(settings.HttpWarmUp());
        return application;
    }

    public Task<HttpRound> MeasureAsync(TimeSpan length) => RunAsync(CallQuota.For(length));

    public Task<double?> CloseAsync() => _app.CloseAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _actions.DisposeAsync();
    }

    private Task<HttpRound> RunAsync(CallQuota quota) => _app.MeasureAsync(async () =>
    {
        using HttpLoad load = new(_target, _actions, _callers, _nextCaller);
        _nextCaller += _callers;
        return await load.RunAsync(quota);
    });
}
