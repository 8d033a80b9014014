using CallFlows.Durable;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>Writes the rows of histories.</summary>
internal sealed class HistoryWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteStatement _insert = connection.Prepare(
        """
        INSERT INTO history (key, type, time, task, name, source, payload, failure, event_id, fire_at, child_id, execution_id, attempt,
            reason, earlier_event_ids)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly SqliteStatement _clear = connection.Prepare("DELETE FROM history WHERE key BETWEEN ? AND ?");

    /// <summary>The key of an event.</summary>
    /// <param name="instance">The instance's number.</param>
    /// <param name="place">The event's place in the history, from 0.</param>
    public static long KeyOf(long instance, int place) => (instance << SqliteSchema.SequenceBits) | (uint)place;

    /// <summary>The highest key an instance's history can have.</summary>
    public static long LastKeyOf(long instance) => KeyOf(instance, (1 << SqliteSchema.SequenceBits) - 1);

    public void Append(long instance, int place, List<HistoryEvent> events)
    {
        if (place + events.Count > 1 << SqliteSchema.SequenceBits)
        {
            throw new OrchestrationStoreException(
                $"A history holds at most {1 << SqliteSchema.SequenceBits} events; continue as new before.");
        }

        foreach (HistoryEvent happened in events)
        {
            Insert(KeyOf(instance, place++), happened);
        }
    }

    public void Clear(long instance)
    {
        _clear.Bind(1, KeyOf(instance, 0));
        _clear.Bind(2, LastKeyOf(instance));
        _clear.Execute();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _clear.Dispose();
    }

    private void Insert(long key, HistoryEvent happened)
    {
        _insert.Bind(1, key);
        _insert.Bind(2, (long)happened.Type);
        _insert.Bind(3, happened.Time);
        _insert.Bind(4, happened.TaskId);
        _insert.Bind(5, happened.Name);
        _insert.Bind(6, happened.Source);
        _insert.Bind(7, happened.Payload);
        _insert.Bind(8, happened.Failure is null ? Payload.Null : Payload.From(happened.Failure));
        _insert.Bind(9, happened.EventId);
        _insert.Bind(10, happened.FireAt);
        _insert.Bind(11, happened.ChildInstanceId);
        _insert.Bind(12, happened.ExecutionId);
        _insert.Bind(13, happened.Attempt);
        _insert.Bind(14, happened.Reason);
        _insert.Bind(15, happened.EarlierEventIds.Count == 0 ? Payload.Null : Payload.From(happened.EarlierEventIds));
        _insert.Execute();
    }
}
