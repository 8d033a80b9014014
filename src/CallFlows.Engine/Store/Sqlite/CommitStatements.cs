using CallFlows.Durable;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>Writes the commits of turns through statements that are prepared once. Used by the writer's thread alone.</summary>
internal sealed class CommitStatements : IDisposable
{
    private readonly List<SqliteStatement> _all = [];
    private readonly SqliteConnection _connection;
    private readonly HistoryWriter _history;
    private readonly SqliteStatement _insertInstance;
    private readonly SqliteStatement _updateInstance;
    private readonly SqliteStatement _touchInstance;
    private readonly SqliteStatement _deleteInstance;
    private readonly SqliteStatement _insertTag;
    private readonly SqliteStatement _deleteTags;
    private readonly SqliteStatement _insertActivity;
    private readonly SqliteStatement _deleteActivity;
    private readonly SqliteStatement _insertTimer;
    private readonly SqliteStatement _deleteTimer;
    private readonly SqliteStatement _deleteTimers;
    private readonly SqliteStatement _insertMessage;
    private readonly SqliteStatement _deleteMessage;
    private long _place;

    public CommitStatements(SqliteConnection connection)
    {
        _connection = connection;
        _place = connection.Scalar(
            "SELECT max(coalesce((SELECT max(place) FROM activities), 0), coalesce((SELECT max(place) FROM messages), 0))");
        _history = new HistoryWriter(connection);
        _insertInstance = Prepare(
            """
            INSERT INTO instances (number, id, name, version, created_at, parent_id, parent_generation, parent_task, tags,
                generation, turn, events, updated_at, custom_status, status, stopped, ended_at, output, failure)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO NOTHING
            """);
        _updateInstance = Prepare(
            """
            UPDATE instances SET generation = ?2, turn = ?3, events = ?4, updated_at = ?5, custom_status = ?6, status = ?7, stopped = ?8,
                ended_at = ?9, output = ?10, failure = ?11
            WHERE number = ?1
            """);
        _touchInstance = Prepare(
            "UPDATE instances SET generation = ?2, turn = ?3, events = ?4, updated_at = ?5, custom_status = ?6 WHERE number = ?1");
        _deleteInstance = Prepare("DELETE FROM instances WHERE number = ?");
        _insertTag = Prepare("INSERT INTO tags (name, value, instance) VALUES (?, ?, ?)");
        _deleteTags = Prepare(
            """
            DELETE FROM tags WHERE instance = ?1
                AND (name, value) IN (SELECT key, value FROM json_each((SELECT tags FROM instances WHERE number = ?1)))
            """);
        _insertActivity = Prepare(
            """
            INSERT OR REPLACE INTO activities (instance_id, generation, task, place, name, execution_id, attempt, input)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """);
        _deleteActivity = Prepare("DELETE FROM activities WHERE instance_id = ? AND generation = ? AND task = ?");
        _insertTimer = Prepare("INSERT INTO timers (instance, generation, task, fire_at) VALUES (?, ?, ?, ?)");
        _deleteTimer = Prepare("DELETE FROM timers WHERE instance = ? AND generation = ? AND task = ?");
        _deleteTimers = Prepare("DELETE FROM timers WHERE instance = ?");
        _insertMessage = Prepare("INSERT OR REPLACE INTO messages (id, place, receiver, content) VALUES (?, ?, ?, ?)");
        _deleteMessage = Prepare("DELETE FROM messages WHERE id = ?");
    }

    /// <summary>Writes one commit into the open transaction; false, with nothing written, when it creates an instance that is there.</summary>
    public bool TryWrite(TurnCommit commit)
    {
        if (commit is { IsNew: true, Record: { } created } && !TryInsert(created))
        {
            return false;
        }

        foreach (string id in commit.ConsumedMessages)
        {
            _deleteMessage.Bind(1, id);
            _deleteMessage.Execute();
        }

        foreach (TaskKey ended in commit.EndedActivities)
        {
            _deleteActivity.Bind(1, ended.InstanceId);
            _deleteActivity.Bind(2, (long)ended.Generation);
            _deleteActivity.Bind(3, (long)ended.TaskId);
            _deleteActivity.Execute();
        }

        if (commit.Record is { } record)
        {
            WriteInstance(commit, record);
        }

        foreach (TaskKey ended in commit.EndedTimers)
        {
            _deleteTimer.Bind(1, commit.Number);
            _deleteTimer.Bind(2, (long)ended.Generation);
            _deleteTimer.Bind(3, (long)ended.TaskId);
            _deleteTimer.Execute();
        }

        if (commit.Purge)
        {
            Purge(commit.Number);
        }

        foreach (ActivityWork work in commit.NewActivities)
        {
            WriteActivity(work);
        }

        foreach (StoredMessage message in commit.SentMessages)
        {
            _insertMessage.Bind(1, message.Id);
            _insertMessage.Bind(2, ++_place);
            _insertMessage.Bind(3, message.InstanceId);
            _insertMessage.Bind(4, MessageCodec.Write(message.Content));
            _insertMessage.Execute();
        }

        return true;
    }

    public void Dispose()
    {
        _history.Dispose();
        _all.ForEach(statement => statement.Dispose());
    }

    private SqliteStatement Prepare(string sql)
    {
        SqliteStatement statement = _connection.Prepare(sql);
        _all.Add(statement);
        return statement;
    }

    private void WriteInstance(TurnCommit commit, InstanceRecord record)
    {
        if (commit.IsNew)
        {
            InsertTags(record);
        }
        else if (commit.ChangesStanding)
        {
            _updateInstance.Bind(1, record.Number);
            BindProgress(_updateInstance, 2, record);
            BindStanding(_updateInstance, 7, record);
            _updateInstance.Execute();
        }
        else
        {
            // The columns that are indexed stay out of the way of most turns.
            _touchInstance.Bind(1, record.Number);
            BindProgress(_touchInstance, 2, record);
            _touchInstance.Execute();
        }

        if (commit.ClearHistory)
        {
            _history.Clear(record.Number);
        }

        if (commit.ClearTimers)
        {
            _deleteTimers.Bind(1, record.Number);
            _deleteTimers.Execute();
        }

        _history.Append(record.Number, record.HistoryLength - commit.History.Count, commit.History);
        foreach (TimerRecord timer in commit.NewTimers)
        {
            _insertTimer.Bind(1, record.Number);
            _insertTimer.Bind(2, (long)timer.Key.Generation);
            _insertTimer.Bind(3, (long)timer.Key.TaskId);
            _insertTimer.Bind(4, timer.FireAt);
            _insertTimer.Execute();
        }
    }

    private bool TryInsert(InstanceRecord record)
    {
        _insertInstance.Bind(1, record.Number);
        _insertInstance.Bind(2, record.InstanceId);
        _insertInstance.Bind(3, record.Name);
        _insertInstance.Bind(4, (long)record.Version);
        _insertInstance.Bind(5, record.CreatedAt);
        _insertInstance.Bind(6, record.Parent?.InstanceId);
        _insertInstance.Bind(7, record.Parent?.Generation);
        _insertInstance.Bind(8, record.Parent?.TaskId);
        _insertInstance.Bind(9, record.Tags.Count == 0 ? Payload.Null : Payload.From(record.Tags));
        BindProgress(_insertInstance, 10, record);
        BindStanding(_insertInstance, 15, record);
        _insertInstance.Execute();
        return _connection.Changes > 0;
    }

    private void InsertTags(InstanceRecord record)
    {
        foreach ((string name, string value) in record.Tags)
        {
            _insertTag.Bind(1, name);
            _insertTag.Bind(2, value);
            _insertTag.Bind(3, record.Number);
            _insertTag.Execute();
        }
    }

    private static void BindProgress(SqliteStatement statement, int first, InstanceRecord record)
    {
        statement.Bind(first, (long)record.Generation);
        statement.Bind(first + 1, record.Turn);
        statement.Bind(first + 2, (long)record.HistoryLength);
        statement.Bind(first + 3, record.LastUpdatedAt);
        statement.Bind(first + 4, record.CustomStatus);
    }

    private static void BindStanding(SqliteStatement statement, int first, InstanceRecord record)
    {
        statement.Bind(first, (long)record.Status);
        statement.Bind(first + 1, record.IsStopped ? 1L : 0L);
        statement.Bind(first + 2, record.IsFinished && !record.IsStopped ? record.LastUpdatedAt : null);
        statement.Bind(first + 3, record.Output);
        statement.Bind(first + 4, record.Failure is null ? Payload.Null : Payload.From(record.Failure));
    }

    private void WriteActivity(ActivityWork work)
    {
        _insertActivity.Bind(1, work.Key.InstanceId);
        _insertActivity.Bind(2, (long)work.Key.Generation);
        _insertActivity.Bind(3, (long)work.Key.TaskId);
        _insertActivity.Bind(4, ++_place);
        _insertActivity.Bind(5, work.Name);
        _insertActivity.Bind(6, work.ExecutionId);
        _insertActivity.Bind(7, (long)work.Attempt);
        _insertActivity.Bind(8, work.Input);
        _insertActivity.Execute();
    }

    private void Purge(long number)
    {
        _deleteTags.Bind(1, number);
        _deleteTags.Execute();
        _history.Clear(number);
        _deleteTimers.Bind(1, number);
        _deleteTimers.Execute();
        _deleteInstance.Bind(1, number);
        _deleteInstance.Execute();
    }
}
