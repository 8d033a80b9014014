using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.Http;

/// <summary>The application's process, and what it says of itself.</summary>
internal sealed class AppUnderLoad : IAsyncDisposable
{
    private readonly LineProcess _process;
    private readonly WorkFolder _folder;
    private readonly StoreKind _store;
    private bool _isClosed;
    private long _completed;

    private AppUnderLoad(LineProcess process, WorkFolder folder, StoreKind store)
    {
        _process = process;
        _folder = folder;
        _store = store;
    }

    /// <summary>Starts one.</summary>
    /// <param name="wanted">How it is made; its store goes to the folder.</param>
    /// <param name="folder">The folder, which belongs to the application from now on.</param>
    public static async Task<(AppUnderLoad App, Uri Url)> StartAsync(AppCase wanted, WorkFolder folder)
    {
        AppUnderLoad app = new(AppProcess.Start(wanted), folder, wanted.Store);
        return (app, (await app._process.ReadAsync<AppAnswer>()).Url);
    }

    /// <summary>Measures a round.</summary>
    /// <exception cref="InvalidOperationException">Some calls were acknowledged to their end but have not completed: a fast wrong answer is no result.</exception>
    public async Task<HttpRound> MeasureAsync(Func<Task<HttpLoadResult>> hold)
    {
        await AskAsync(settle: false);
        HttpLoadResult load = await hold();
        AppAnswer used = await AskAsync(settle: false);
        AppAnswer settled = await AskAsync(settle: true);
        if (settled.Completed != _completed + load.Calls || settled.Failed != 0)
        {
            throw new InvalidOperationException(
                $"{load.Calls} calls were held; {settled.Completed - _completed} completed and {settled.Failed} failed.");
        }

        _completed = settled.Completed;
        return new HttpRound(load, used);
    }

    /// <summary>Stops it; says how many bytes a call left on disk, or null when it stores nothing there.</summary>
    public async Task<double?> CloseAsync()
    {
        await EndAsync();
        return _store == StoreKind.Memory ? null : (double)_folder.Bytes / _completed;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _folder.Dispose();
    }

    private async Task EndAsync()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            await _process.DisposeAsync();
        }
    }

    private Task<AppAnswer> AskAsync(bool settle) => _process.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(settle));
}
