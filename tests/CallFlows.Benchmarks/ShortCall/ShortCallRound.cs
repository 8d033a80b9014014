using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.ShortCall;

/// <summary>One round of short calls on a new engine.</summary>
/// <param name="Load">What it has shown.</param>
/// <param name="DiskBytes">What the store left on disk, once closed; null for none.</param>
internal sealed record ShortCallRound(LoadResult Load, long? DiskBytes)
{
    public static async Task<ShortCallRound> RunAsync(StoreKind store, int callers, TimeSpan length, string folder)
    {
        CallWorkload workload = new(CallWorkload.ShortCallRounds, callers);
        await using EngineUnderTest engine = await EngineUnderTest.StartAsync(store, workload.Registry, folder);
        LoadResult load = await CallLoad.RunAsync(engine.Engine, workload, () => CallQuota.For(length));
        return new ShortCallRound(load, await engine.CloseAsync());
    }
}
