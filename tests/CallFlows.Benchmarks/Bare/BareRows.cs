using CallFlows.Benchmarks.Workload;
using CallFlows.Engine;
using SQLitePCL;

namespace CallFlows.Benchmarks.Bare;

/// <summary>
/// Writes the rows that the engine's store writes for a short call, into the tables that the engine made. Used by the writer's thread alone.
/// </summary>
internal sealed class BareRows : IDisposable
{
    private const int SequenceBits = 24;
    private const int EventsPerRound = 3;
    private static readonly byte[] Orchestrator = "call"u8.ToArray();
    private static readonly byte[] Activity = "action"u8.ToArray();
    private static readonly byte[] EventName = "callback"u8.ToArray();
    private readonly List<BareStatement> _all = [];
    private readonly BareStatement _begin;
    private readonly BareStatement _commit;
    private readonly BareStatement _insertInstance;
    private readonly BareStatement _touchInstance;
    private readonly BareStatement _endInstance;
    private readonly BareStatement _started;
    private readonly BareStatement _scheduled;
    private readonly BareStatement _completed;
    private readonly BareStatement _raised;
    private readonly BareStatement _ended;
    private readonly BareStatement _insertActivity;
    private readonly BareStatement _deleteActivity;
    private long _place;

    public BareRows(sqlite3 database)
    {
        ReadOnlySpan<byte> payload = Payloads.Payload.Utf8.Span;
        BareStatement Prepare(string sql)
        {
            BareStatement statement = new(database, sql);
            _all.Add(statement);
            return statement;
        }

        _begin = Prepare("BEGIN IMMEDIATE");
        _commit = Prepare("COMMIT");
        _insertInstance = Prepare(
            """
            INSERT INTO instances (number, id, name, version, created_at, generation, turn, events, updated_at, status, stopped)
            VALUES (?1, ?2, ?3, 1, ?4, 1, 1, 2, ?4, 0, 0)
            """).Bind(3, Orchestrator);
        _touchInstance = Prepare(
            "UPDATE instances SET generation = 1, turn = ?2, events = ?3, updated_at = ?4, custom_status = NULL WHERE number = ?1");
        _endInstance = Prepare(
            """
            UPDATE instances SET generation = 1, turn = ?2, events = ?3, updated_at = ?4, custom_status = NULL, status = 1, stopped = 0,
                ended_at = ?4, output = ?5, failure = NULL
            WHERE number = ?1
            """).Bind(5, payload);
        _started = Prepare($"INSERT INTO history (key, type, time, name, payload) VALUES (?1, {(int)HistoryEventType.ExecutionStarted}, ?2, ?3, ?4)")
            .Bind(3, Orchestrator).Bind(4, payload);
        _scheduled = Prepare(
            $"""
            INSERT INTO history (key, type, time, task, name, payload, execution_id, attempt)
            VALUES (?1, {(int)HistoryEventType.ActivityScheduled}, ?2, ?3, ?4, ?5, ?6, 1)
            """).Bind(4, Activity).Bind(5, payload);
        _completed = Prepare(
            $"INSERT INTO history (key, type, time, task, name, payload) VALUES (?1, {(int)HistoryEventType.ActivityCompleted}, ?2, ?3, ?4, ?5)")
            .Bind(4, Activity).Bind(5, payload);
        _raised = Prepare(
            $"INSERT INTO history (key, type, time, name, payload, event_id) VALUES (?1, {(int)HistoryEventType.EventRaised}, ?2, ?3, ?4, ?5)")
            .Bind(3, EventName).Bind(4, payload);
        _ended = Prepare($"INSERT INTO history (key, type, time, payload) VALUES (?1, {(int)HistoryEventType.ExecutionCompleted}, ?2, ?3)")
            .Bind(3, payload);
        _insertActivity = Prepare(
            """
            INSERT OR REPLACE INTO activities (instance_id, generation, task, place, name, execution_id, attempt, input)
            VALUES (?1, 1, ?2, ?3, ?4, ?5, 1, ?6)
            """).Bind(4, Activity).Bind(6, payload);
        _deleteActivity = Prepare("DELETE FROM activities WHERE instance_id = ?1 AND generation = 1 AND task = ?2");
    }

    public void Begin() => _begin.Run();

    public void Commit() => _commit.Run();

    public void Write(BareCommit commit, long now)
    {
        switch (commit.Kind)
        {
            case BareCommitKind.Start:
                _insertInstance.Bind(1, commit.Number).Bind(2, commit.InstanceId).Bind(4, now).Run();
                _started.Bind(1, KeyOf(commit.Number, 0)).Bind(2, now).Run();
                Schedule(commit, place: 1, task: 0, now);
                break;
            case BareCommitKind.Event:
                Raise(_touchInstance, commit, now);
                Schedule(commit, place: 4 + (EventsPerRound * commit.Round), task: commit.Round + 1, now);
                break;
            case BareCommitKind.LastEvent:
                Raise(_endInstance, commit, now);
                _ended.Bind(1, KeyOf(commit.Number, 4 + (EventsPerRound * commit.Round))).Bind(2, now).Run();
                break;
        }
    }

    public void Dispose() => _all.ForEach(statement => statement.Dispose());

    private static long KeyOf(long number, int place) => (number << SequenceBits) | (uint)place;

    private void Raise(BareStatement update, BareCommit commit, long now)
    {
        int events = 2 + (EventsPerRound * commit.Round);
        _deleteActivity.Bind(1, commit.InstanceId).Bind(2, commit.Round).Run();
        update.Bind(1, commit.Number).Bind(2, 2 + commit.Round).Bind(3, events + EventsPerRound).Bind(4, now).Run();
        _completed.Bind(1, KeyOf(commit.Number, events)).Bind(2, now).Bind(3, commit.Round).Run();
        _raised.Bind(1, KeyOf(commit.Number, events + 1)).Bind(2, now).Bind(5, commit.EventId).Run();
    }

    private void Schedule(BareCommit commit, int place, int task, long now)
    {
        _scheduled.Bind(1, KeyOf(commit.Number, place)).Bind(2, now).Bind(3, task).Bind(6, commit.ExecutionId).Run();
        _insertActivity.Bind(1, commit.InstanceId).Bind(2, task).Bind(3, ++_place).Bind(5, commit.ExecutionId).Run();
    }
}
