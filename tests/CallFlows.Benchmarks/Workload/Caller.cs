using System.Diagnostics;
using System.Globalization;
using System.Threading.Tasks.Sources;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Durable;
using CallFlows.Engine;

namespace CallFlows.Benchmarks.Workload;

/// <summary>
/// One caller of a closed loop: starts a call, answers each of its activities with the next event, waits for its end, starts the next.
/// Allocates nothing of its own per round, so that what is allocated is the engine's.
/// </summary>
internal sealed class Caller : IValueTaskSource
{
    private const int NumberDigits = 4;
    private readonly int _rounds;
    private readonly EventIds _ids;
    private readonly string _prefix;
    private ManualResetValueTaskSourceCore<bool> _ran = new() { RunContinuationsAsynchronously = true };
    private long _ranAt;
    private long _next;

    public Caller(int number, int rounds, EventIds ids)
    {
        _rounds = rounds;
        _ids = ids;
        _prefix = string.Create(CultureInfo.InvariantCulture, $"{number:D4}-");
    }

    /// <summary>From just before an event is raised to the first line of the activity that follows.</summary>
    public LatencyHistogram EventToActivity { get; private set; } = new();

    /// <summary>Which caller holds an instance.</summary>
    public static int NumberOf(string instanceId) => int.Parse(instanceId.AsSpan(0, NumberDigits), NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>The first thing that a call's activity does.</summary>
    public void ActivityRan()
    {
        _ranAt = Stopwatch.GetTimestamp();
        _ran.SetResult(true);
    }

    /// <summary>Holds calls for as long as the quota lasts; says how many.</summary>
    public async Task<long> RunAsync(OrchestrationEngine engine, CallQuota quota)
    {
        EventToActivity = new LatencyHistogram();
        long calls = 0;
        for (; quota.TryTake(); calls++)
        {
            await RunCallAsync(engine, string.Create(CultureInfo.InvariantCulture, $"{_prefix}call-{_next++:D10}"));
        }

        return calls;
    }

    void IValueTaskSource.GetResult(short token) => _ran.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _ran.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _ran.OnCompleted(continuation, state, token, flags);

    private async Task RunCallAsync(OrchestrationEngine engine, string instanceId)
    {
        ValueTask ran = NextActivity();
        await engine.StartIfAbsentAsync(CallWorkload.Orchestrator, instanceId, Payloads.Payload);
        await ran;
        for (int round = 0; round < _rounds; round++)
        {
            ran = NextActivity();
            long raised = Stopwatch.GetTimestamp();
            await engine.RaiseEventAsync(instanceId, CallWorkload.EventName, _ids[round], Payloads.Payload);
            if (round < _rounds - 1)
            {
                await ran;
                EventToActivity.Record(raised, _ranAt);
            }
        }

        OrchestrationState end = await engine.WaitForCompletionAsync(instanceId);
        if (end.Status != OrchestrationStatus.Completed)
        {
            throw new InvalidOperationException($"{instanceId} ended as {end.Status}: {end.Failure?.Message}");
        }
    }

    private ValueTask NextActivity()
    {
        _ran.Reset();
        return new ValueTask(this, _ran.Version);
    }
}
