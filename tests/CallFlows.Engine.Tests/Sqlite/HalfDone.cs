using CallFlows.Durable;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;
using CallFlows.Engine.Tests.Store;

namespace CallFlows.Engine.Tests.Sqlite;

/// <summary>Commits as they are when a process ends between two of them.</summary>
internal static class HalfDone
{
    public static TurnCommit Created(InstanceRecord record)
    {
        TurnCommit commit = new(record.InstanceId) { Number = record.Number, IsNew = true, ChangesStanding = true };
        commit.History.Add(new HistoryEvent { Type = HistoryEventType.ExecutionStarted, Time = record.CreatedAt, Name = record.Name });
        commit.Record = record with { HistoryLength = 1 };
        return commit;
    }

    /// <summary>Instance "one" has scheduled the sub-orchestration "one:1:1", which has not started.</summary>
    public static async Task ParentWithUnsentChildAsync(IOrchestrationStore store, DateTimeOffset now)
    {
        TurnCommit commit = Created(Records.Running(store, "one", now));
        commit.History.Add(new HistoryEvent
        {
            Type = HistoryEventType.SubOrchestrationScheduled,
            Time = now,
            TaskId = 1,
            Name = "child",
            ChildInstanceId = "one:1:1",
            Payload = Payload.From("in"),
        });
        commit.Record = commit.Record! with { HistoryLength = 2 };
        SubOrchestrationStart start = new("child", 1, Payload.From("in"), new TaskKey("one", 1, 1)) { StoredId = "one:1:1:start" };
        commit.SentMessages.Add(new StoredMessage("one:1:1:start", "one:1:1", start));
        await store.CommitAsync(commit, default);
    }
}
