using System.Diagnostics;
using System.Text;
using CallFlows.Benchmarks.Measuring;
using CallFlows.Benchmarks.Workload;

namespace CallFlows.Benchmarks.Bare;

/// <summary>One caller of a closed loop on the bare store: hands rows in, goes on when they are on disk, as the next activity would.</summary>
internal sealed class BareCaller(CallIds calls, EventIds events)
{
    private readonly BareCommit _commit = new();
    private readonly byte[][] _eventIds = [.. Enumerable.Range(0, CallWorkload.ShortCallRounds).Select(round => Encoding.UTF8.GetBytes(events[round]))];

    /// <summary>From handing an event's rows in to the first line of the activity that follows.</summary>
    public LatencyHistogram EventToActivity { get; } = new();

    /// <summary>Holds calls for as long as the quota lasts; says how many.</summary>
    public async Task<long> RunAsync(BareStore store, CallQuota quota)
    {
        long held = 0;
        for (; quota.TryTake(); held++)
        {
            await RunCallAsync(store);
        }

        return held;
    }

    private async Task RunCallAsync(BareStore store)
    {
        long instance = store.NextNumber();
        byte[] id = Encoding.UTF8.GetBytes(calls.Next());
        byte[] executionId = [.. id, .. ":1:0"u8];
        ValueTask<bool> written = _commit.Written.Arm();
        store.Commit(_commit.Fill(BareCommitKind.Start, instance, 0, id, executionId, []));
        await written;
        for (int round = 0; round < CallWorkload.ShortCallRounds; round++)
        {
            // The event comes as soon as the activity has run, so its result goes to the disk with it.
            bool isLast = round == CallWorkload.ShortCallRounds - 1;
            written = _commit.Written.Arm();
            _commit.Fill(isLast ? BareCommitKind.LastEvent : BareCommitKind.Event, instance, round, id, executionId, _eventIds[round]);
            long raised = Stopwatch.GetTimestamp();
            store.Commit(_commit);
            await written;
            if (!isLast)
            {
                EventToActivity.Record(raised, Stopwatch.GetTimestamp());
            }
        }
    }
}
