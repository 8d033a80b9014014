using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.ShortCall;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Bare;

/// <summary>One round of short calls on the bare store.</summary>
internal static class BareRound
{
    public static async Task<ShortCallRound> RunAsync(int callers, TimeSpan length, string place)
    {
        using WorkFolder folder = WorkFolder.Create(place);
        EventIds events = new(CallWorkload.ShortCallRounds);
        BareCaller[] all = [.. Enumerable.Range(0, callers).Select(number => new BareCaller(new CallIds(number), events))];
        LoadResult load;
        using (BareStore store = await BareStore.CreateAsync(folder))
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            Meter meter = new();
            CallQuota quota = CallQuota.For(length);
            long[] calls = await Task.WhenAll(all.Select(caller => Task.Run(() => caller.RunAsync(store, quota))));
            Usage usage = meter.Read();
            LatencyHistogram latency = new();
            Array.ForEach(all, caller => latency.Add(caller.EventToActivity));
            load = new LoadResult(calls.Sum(), usage, latency);
        }

        return new ShortCallRound(load, folder.Bytes);
    }
}
