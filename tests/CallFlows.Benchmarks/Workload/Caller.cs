using System.Diagnostics;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Durable;
using CallFlows.Engine;

namespace CallFlows.Benchmarks.Workload;

/// <summary>
/// One caller of a closed loop: starts a call, answers each of its activities with the next event, waits for its end, starts the next.
/// Allocates nothing of its own per round, so that what is allocated is the engine's.
/// </summary>
internal sealed class Caller(CallIds calls, int rounds, EventIds events)
{
    private readonly Signal<long> _activityRan = new();

    /// <summary>From just before an event is raised to the first line of the activity that follows.</summary>
    public LatencyHistogram EventToActivity { get; private set; } = new();

    /// <summary>The first thing that a call's activity does.</summary>
    public void ActivityRan() => _activityRan.Set(Stopwatch.GetTimestamp());

    /// <summary>Holds calls for as long as the quota lasts; says how many.</summary>
    public async Task<long> RunAsync(OrchestrationEngine engine, CallQuota quota)
    {
        EventToActivity = new LatencyHistogram();
        long held = 0;
        for (; quota.TryTake(); held++)
        {
            await RunCallAsync(engine, calls.Next());
        }

        return held;
    }

    private async Task RunCallAsync(OrchestrationEngine engine, string instanceId)
    {
        ValueTask<long> ran = _activityRan.Arm();
        await engine.StartIfAbsentAsync(CallWorkload.Orchestrator, instanceId, Payloads.Payload);
        await ran;
        for (int round = 0; round < rounds; round++)
        {
            ran = _activityRan.Arm();
            long raised = Stopwatch.GetTimestamp();
            await engine.RaiseEventAsync(instanceId, CallWorkload.EventName, events[round], Payloads.Payload);
            if (round < rounds - 1)
            {
                EventToActivity.Record(raised, await ran);
            }
        }

        OrchestrationState end = await engine.WaitForCompletionAsync(instanceId);
        if (end.Status != OrchestrationStatus.Completed)
        {
            throw new InvalidOperationException($"{instanceId} ended as {end.Status}: {end.Failure?.Message}");
        }
    }
}
