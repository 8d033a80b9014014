using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using System.Text.Json;
using CallFlows.Benchmarks.Processes;
using CallFlows.Benchmarks.Stores;
using CallFlows.Benchmarks.Workload;
using CallFlows.Durable;
using CallFlows.Engine;

namespace CallFlows.Benchmarks.Parked;

/// <summary>Parks instances, or wakes one of those another process has parked, in a process of its own, so that memory is theirs alone.</summary>
internal static class ParkedProcess
{
    private const string Verb = "parked-process";
    private const string Orchestrator = "parked";
    private const string WarmUpPrefix = "warm-up-";
    private const int Starters = 64;
    private const int WarmUps = 200;

    public static Command Command()
    {
        Argument<string> wanted = new("case");
        Command command = new(Verb) { Hidden = true, Arguments = { wanted } };
        command.SetAction(async arguments =>
        {
            ParkedCase parked = JsonSerializer.Deserialize<ParkedCase>(arguments.GetRequiredValue(wanted), LineJson.Options)!;
            LineInput.Answer(await MeasureAsync(parked));
        });
        return command;
    }

    public static async Task<ParkedResult> RunAsync(ParkedCase parked)
    {
        await using LineProcess process = LineProcess.Start(
            OwnProcess.StartInfo([Verb, JsonSerializer.Serialize(parked, LineJson.Options)]));
        return await process.ReadAsync<ParkedResult>();
    }

    private static async Task<ParkedResult> MeasureAsync(ParkedCase parked)
    {
        TaskCompletionSource woken = new(TaskCreationOptions.RunContinuationsAsynchronously);
        DurableRegistry registry = new();
        registry.AddOrchestrator(Orchestrator, WaitAsync);
        registry.AddActivity("woken", (_, _) =>
        {
            woken.TrySetResult();
            return Task.FromResult(Payload.Null);
        });

        long began = Stopwatch.GetTimestamp();
        // The bound on their number is the one that is measured, so the others are out of the way.
        EngineOptions options = new()
        {
            MaxLiveExecutions = parked.LiveExecutions,
            MaxLiveExecutionBytes = long.MaxValue,
            LiveExecutionIdleTime = Timeout.InfiniteTimeSpan,
        };
        await using OrchestrationEngine engine = EngineUnderTest.Create(parked.Store, registry, parked.Folder, options);
        await engine.StartAsync();
        double started = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        long heap = 0;
        long workingSet = 0;
        if (!parked.IsRestart)
        {
            await StartAsync(engine, WarmUpPrefix, WarmUps);
            await WakeAsync(engine, $"{WarmUpPrefix}0");
            await woken.Task;
            heap = HeapBytes();
            workingSet = Environment.WorkingSet;
            await StartAsync(engine, "", parked.Instances);
        }

        double serving = 0;
        double wokenAfter = 0;
        if (parked.IsRestart)
        {
            await WakeAsync(engine, (parked.Instances / 2).ToString(CultureInfo.InvariantCulture));
            serving = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
            await woken.Task;
            wokenAfter = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        long heapAfter = HeapBytes();
        long workingSetAfter = Environment.WorkingSet;
        return new ParkedResult
        {
            LiveExecutions = engine.LiveExecutionCount,
            HeapBytes = heapAfter - heap,
            WorkingSetBytes = workingSetAfter - workingSet,
            IdleShare = await IdleShareAsync(parked.IdleSeconds),
            StartMilliseconds = started,
            ServingMilliseconds = serving,
            WokenMilliseconds = wokenAfter,
        };
    }

    // Waits for an event, and for a time that is far away, as a call with a deadline does.
    private static async Task<Payload> WaitAsync(OrchestrationContext context)
    {
        Task<Payload> callback = context.WaitForExternalEventAsync(CallWorkload.EventName);
        Task deadline = context.CreateTimerAsync(context.CurrentUtcDateTime.AddDays(365));
        await Task.WhenAny(callback, deadline);
        return await context.CallActivityAsync("woken", Payloads.Payload);
    }

    private static Task StartAsync(OrchestrationEngine engine, string prefix, int instances)
    {
        int next = -1;
        return Task.WhenAll(Enumerable.Range(0, Starters).Select(_ => Task.Run(async () =>
        {
            for (int number = Interlocked.Increment(ref next); number < instances; number = Interlocked.Increment(ref next))
            {
                string id = prefix + number.ToString(CultureInfo.InvariantCulture);
                await engine.StartIfAbsentAsync(Orchestrator, id, Payloads.Payload);
            }
        })));
    }

    private static Task<RaiseEventResult> WakeAsync(OrchestrationEngine engine, string instanceId) =>
        engine.RaiseEventAsync(instanceId, CallWorkload.EventName, "wake", Payloads.Payload);

    private static long HeapBytes()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async Task<double> IdleShareAsync(double seconds)
    {
        // The last collection's own threads come to rest first.
        await Task.Delay(TimeSpan.FromSeconds(1));
        TimeSpan processor = Environment.CpuUsage.TotalTime;
        long began = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        return (Environment.CpuUsage.TotalTime - processor) / Stopwatch.GetElapsedTime(began);
    }
}
