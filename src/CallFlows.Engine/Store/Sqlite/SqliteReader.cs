using System.Text.Json;
using CallFlows.Durable;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>Reads instances over a connection of its own. Used by one thread at a time.</summary>
internal sealed class SqliteReader : IDisposable
{
    private const string Columns =
        """
        i.number, i.id, i.name, i.version, i.generation, i.turn, i.events, i.status, i.stopped, i.created_at, i.updated_at, i.parent_id,
        i.parent_generation, i.parent_task, i.tags, i.custom_status, i.output, i.failure,
        (SELECT h.payload FROM history h WHERE h.key = i.number << 24)
        """;

    private readonly SqliteConnection _connection;
    private readonly List<SqliteStatement> _all = [];
    private readonly Dictionary<string, SqliteStatement> _queries = new(StringComparer.Ordinal);
    private readonly SqliteStatement _instance;
    private readonly SqliteStatement _number;
    private readonly SqliteStatement _history;
    private readonly SqliteStatement _names;
    private readonly SqliteStatement _ended;
    private readonly SqliteStatement _messages;
    private readonly SqliteStatement _activities;
    private readonly SqliteStatement _timers;

    public SqliteReader(SqliteConnection connection)
    {
        _connection = connection;
        _instance = Prepare($"SELECT {Columns} FROM instances i WHERE i.id = ?");
        _number = Prepare("SELECT number FROM instances WHERE id = ?");
        _history = Prepare(
            """
            SELECT type, time, task, name, source, payload, failure, event_id, fire_at, child_id, execution_id, attempt, reason,
                earlier_event_ids
            FROM history WHERE key BETWEEN ? AND ? ORDER BY key
            """);
        // Leaps from name to name through the index rather than over every instance.
        _names = Prepare(
            """
            WITH RECURSIVE leap (name) AS (
                SELECT min(name) FROM instances WHERE ended_at IS NOT NULL
                UNION ALL
                SELECT (SELECT min(name) FROM instances WHERE ended_at IS NOT NULL AND name > leap.name) FROM leap WHERE leap.name IS NOT NULL)
            SELECT name FROM leap WHERE name IS NOT NULL
            """);
        _ended = Prepare("SELECT id, ended_at FROM instances WHERE name = ? AND ended_at IS NOT NULL ORDER BY ended_at LIMIT ?");
        _messages = Prepare("SELECT id, receiver, content FROM messages ORDER BY place");
        _activities = Prepare("SELECT instance_id, generation, task, name, execution_id, attempt, input FROM activities ORDER BY place");
        _timers = Prepare(
            """
            SELECT i.id, t.generation, t.task, t.fire_at FROM timers t JOIN instances i ON i.number = t.instance
            WHERE t.fire_at <= coalesce((SELECT fire_at FROM timers ORDER BY fire_at LIMIT 1 OFFSET ?), 9223372036854775807)
            ORDER BY t.fire_at
            """);
    }

    public InstanceRecord? Instance(string instanceId)
    {
        _instance.Bind(1, instanceId);
        InstanceRecord? record = _instance.Step() ? RecordOf(_instance) : null;
        _instance.Reset();
        return record;
    }

    public IReadOnlyList<HistoryEvent>? History(string instanceId)
    {
        _number.Bind(1, instanceId);
        long? number = _number.Step() ? _number.Long(0) : null;
        _number.Reset();
        return number is { } found ? History(found, 0) : null;
    }

    public List<HistoryEvent> History(long number, int expected)
    {
        List<HistoryEvent> history = new(expected);
        _history.Bind(1, HistoryWriter.KeyOf(number, 0));
        _history.Bind(2, HistoryWriter.LastKeyOf(number));
        while (_history.Step())
        {
            history.Add(EventOf(_history));
        }

        return history;
    }

    public OrchestrationPage Query(OrchestrationQuery query)
    {
        InstanceQuery built = InstanceQuery.Build(query, Columns);
        if (!_queries.TryGetValue(built.Sql, out SqliteStatement? statement))
        {
            statement = Prepare(built.Sql);
            _queries.Add(built.Sql, statement);
        }

        built.Bind(statement);
        List<OrchestrationState> found = [];
        InstanceRecord? last = null;
        bool isMore = false;
        while (statement.Step())
        {
            if (found.Count == query.PageSize)
            {
                isMore = true;
                statement.Reset();
                break;
            }

            last = RecordOf(statement);
            found.Add(last.ToState());
        }

        return new OrchestrationPage(found, isMore ? InstanceQuery.TokenAfter(last!) : null);
    }

    public IReadOnlyList<string> Names()
    {
        List<string> names = [];
        while (_names.Step())
        {
            names.Add(_names.Text(0));
        }

        return names;
    }

    public IReadOnlyList<EndedInstance> Ended(string name, int limit)
    {
        List<EndedInstance> ended = [];
        _ended.Bind(1, name);
        _ended.Bind(2, (long)limit);
        while (_ended.Step())
        {
            ended.Add(new EndedInstance(_ended.Text(0), _ended.Time(1)));
        }

        return ended;
    }

    public IReadOnlyList<StoredMessage> Messages()
    {
        List<StoredMessage> messages = [];
        while (_messages.Step())
        {
            messages.Add(MessageCodec.Read(_messages.Text(0), _messages.Text(1), _messages.Utf8(2)));
        }

        return messages;
    }

    public IReadOnlyList<ActivityWork> Activities()
    {
        List<ActivityWork> activities = [];
        while (_activities.Step())
        {
            TaskKey key = new(_activities.Text(0), _activities.Int(1), _activities.Int(2));
            activities.Add(new ActivityWork(key, _activities.Text(3), _activities.Text(4), _activities.Int(5), _activities.Json(6)));
        }

        return activities;
    }

    public TimerWindow Timers(int limit)
    {
        List<TimerRecord> timers = [];
        _timers.Bind(1, (long)limit - 1);
        while (_timers.Step())
        {
            timers.Add(new TimerRecord(new TaskKey(_timers.Text(0), _timers.Int(1), _timers.Int(2)), _timers.Time(3)));
        }

        // Those due at one time come together, so that the window ends between two times.
        return new TimerWindow(timers, timers.Count < limit ? null : timers[^1].FireAt.AddTicks(1));
    }

    public void Dispose()
    {
        _all.ForEach(statement => statement.Dispose());
        _connection.Dispose();
    }

    private SqliteStatement Prepare(string sql)
    {
        SqliteStatement statement = _connection.Prepare(sql);
        _all.Add(statement);
        return statement;
    }

    private static InstanceRecord RecordOf(SqliteStatement row) => new()
    {
        Number = row.Long(0),
        InstanceId = row.Text(1),
        Name = row.Text(2),
        Version = row.Int(3),
        Generation = row.Int(4),
        Turn = row.Long(5),
        HistoryLength = row.Int(6),
        Status = (OrchestrationStatus)row.Int(7),
        IsStopped = row.Int(8) != 0,
        CreatedAt = row.Time(9),
        LastUpdatedAt = row.Time(10),
        Parent = row.OptionalText(11) is { } parent ? new TaskKey(parent, row.Int(12), row.Int(13)) : null,
        Tags = JsonOf<Dictionary<string, string>>(row, 14) ?? InstanceRecord.NoTags,
        CustomStatus = row.Json(15),
        Output = row.Json(16),
        Failure = JsonOf<FailureDetails>(row, 17),
        Input = row.Json(18),
    };

    private static HistoryEvent EventOf(SqliteStatement row) => new()
    {
        Type = (HistoryEventType)row.Int(0),
        Time = row.Time(1),
        TaskId = row.OptionalInt(2),
        Name = row.OptionalText(3),
        Source = row.OptionalText(4),
        Payload = row.Json(5),
        Failure = JsonOf<FailureDetails>(row, 6),
        EventId = row.OptionalText(7),
        FireAt = row.OptionalTime(8),
        ChildInstanceId = row.OptionalText(9),
        ExecutionId = row.OptionalText(10),
        Attempt = row.OptionalInt(11),
        Reason = row.OptionalText(12),
        EarlierEventIds = JsonOf<string[]>(row, 13) ?? [],
    };

    private static T? JsonOf<T>(SqliteStatement row, int column)
        where T : class => row.IsNull(column) ? null : JsonSerializer.Deserialize<T>(row.Utf8(column), DurableJson.Options);
}
