using CallFlows.Benchmarks.Measuring;
using CallFlows.Engine;

namespace CallFlows.Benchmarks.Workload;

/// <summary>Runs the callers of a workload against an engine, and measures.</summary>
internal static class CallLoad
{
    public static async Task<LoadResult> RunAsync(OrchestrationEngine engine, CallWorkload workload, Func<CallQuota> quota)
    {
        // What other rounds left behind is not this round's to collect.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Meter meter = new();
        CallQuota shared = quota();
        long[] calls = await Task.WhenAll(workload.Callers.Select(caller => Task.Run(() => caller.RunAsync(engine, shared))));
        Usage usage = meter.Read();
        LatencyHistogram latency = new();
        foreach (Caller caller in workload.Callers)
        {
            latency.Add(caller.EventToActivity);
        }

        return new LoadResult(calls.Sum(), usage, latency);
    }
}
