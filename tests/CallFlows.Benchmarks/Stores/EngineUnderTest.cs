using CallFlows.Durable;
using CallFlows.Engine;

namespace CallFlows.Benchmarks.Stores;

/// <summary>A new engine over a new store.</summary>
internal sealed class EngineUnderTest : IAsyncDisposable
{
    private readonly WorkFolder? _folder;

    private EngineUnderTest(OrchestrationEngine engine, WorkFolder? folder)
    {
        Engine = engine;
        _folder = folder;
    }

    public OrchestrationEngine Engine { get; }

    public static async Task<EngineUnderTest> StartAsync(StoreKind store, DurableRegistry registry, string place, EngineOptions? options = null)
    {
        WorkFolder? folder = store == StoreKind.Sqlite ? WorkFolder.Create(place) : null;
        OrchestrationEngine engine = Create(store, registry, folder?.FullPath ?? place, options);
        await engine.StartAsync();
        return new EngineUnderTest(engine, folder);
    }

    /// <summary>Closes the engine; says how many bytes it leaves on disk, or null when it stores nothing there.</summary>
    public async Task<long?> CloseAsync()
    {
        await Engine.DisposeAsync();
        return _folder?.Bytes;
    }

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        _folder?.Dispose();
    }

    /// <summary>Makes an engine without starting it.</summary>
    /// <param name="store">Where it stores.</param>
    /// <param name="registry">What it runs.</param>
    /// <param name="folder">Where a store on disk has its files.</param>
    /// <param name="options">How it runs; null for the defaults.</param>
    public static OrchestrationEngine Create(StoreKind store, DurableRegistry registry, string folder, EngineOptions? options) => store switch
    {
        StoreKind.Memory => OrchestrationEngine.CreateInMemory(registry, options),
        StoreKind.Sqlite => OrchestrationEngine.CreateSqlite(registry, new SqliteStoreOptions { Path = Path.Combine(folder, "calls.db") }, options),
        _ => throw new ArgumentOutOfRangeException(nameof(store), store, "There is no such store."),
    };
}
