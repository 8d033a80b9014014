using CallFlows.Benchmarks.Http.App;
using CallFlows.Benchmarks.Http.Load;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;

namespace CallFlows.Benchmarks.Http;

/// <summary>The application's process, and what it says of itself.</summary>
internal sealed class AppUnderLoad : IAsyncDisposable
{
    private readonly LineProcess _process;
    private bool _isClosed;

    private AppUnderLoad(LineProcess process, StoreKind store)
    {
        _process = process;
        Store = store;
    }

    public StoreKind Store { get; }

    /// <summary>Calls completed since its start.</summary>
    public long Completed { get; private set; }

    public static async Task<(AppUnderLoad App, Uri Url)> StartAsync(AppCase wanted)
    {
        AppUnderLoad app = new(AppProcess.Start(wanted), wanted.Store);
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
        if (settled.Completed != Completed + load.Calls || settled.Failed != 0)
        {
            throw new InvalidOperationException(
                $"{load.Calls} calls were held; {settled.Completed - Completed} completed and {settled.Failed} failed.");
        }

        Completed = settled.Completed;
        return new HttpRound(load, used);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_isClosed)
        {
            _isClosed = true;
            await _process.DisposeAsync();
        }
    }

    private Task<AppAnswer> AskAsync(bool settle) => _process.AskAsync<AppQuestion, AppAnswer>(new AppQuestion(settle));
}
