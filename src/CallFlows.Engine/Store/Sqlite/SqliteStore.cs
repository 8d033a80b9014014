using CallFlows.Durable;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>
/// Keeps instances in one SQLite file: one connection writes, on a thread of its own; a few read beside it. What a commit's task promises is
/// on the disk: write-ahead log, <c>synchronous=FULL</c>.
/// </summary>
internal sealed class SqliteStore : IOrchestrationStore
{
    private const int MaxReaders = 8;

    private readonly SqliteStoreOptions _options;
    private readonly string _path;
    private readonly IReadOnlyList<string> _migrations;
    private readonly SemaphoreSlim _readerSlots = new(MaxReaders, MaxReaders);
    private readonly Stack<SqliteReader> _readers = new();
    private SqliteFileGuard? _guard;
    private SqliteConnection? _connection;
    private SqliteWriter? _writer;
    private long _numbers;
    private bool _isClosed;

    public SqliteStore(SqliteStoreOptions options)
        : this(options, SqliteSchema.Migrations)
    {
    }

    internal SqliteStore(SqliteStoreOptions options, IReadOnlyList<string> migrations)
    {
        _options = options;
        _path = Path.GetFullPath(options.Path);
        _migrations = migrations;
    }

    public ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            Open();
            return ValueTask.CompletedTask;
        }
        catch
        {
            // The file must be free for whoever mends what was wrong.
            _connection?.Dispose();
            _guard?.Dispose();
            throw;
        }
    }

    public long NextNumber() => Interlocked.Increment(ref _numbers);

    public ValueTask CommitAsync(TurnCommit commit, CancellationToken cancellationToken) => Writer.CommitAsync(commit);

    public ValueTask<InstanceSnapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken) =>
        ReadAsync(
            static (reader, id) =>
            {
                if (reader.Instance(id) is not { } record)
                {
                    return null;
                }

                bool hasEnded = record.IsFinished && !record.IsStopped;
                return new InstanceSnapshot(record, hasEnded ? [] : reader.History(record.Number, record.HistoryLength));
            },
            instanceId,
            cancellationToken);

    public ValueTask<InstanceRecord?> GetAsync(string instanceId, CancellationToken cancellationToken) =>
        ReadAsync(static (reader, id) => reader.Instance(id), instanceId, cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEvent>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken) =>
        ReadAsync(static (reader, id) => reader.History(id), instanceId, cancellationToken);

    public ValueTask<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken) =>
        ReadAsync(static (reader, asked) => reader.Query(asked), query, cancellationToken);

    public ValueTask<IReadOnlyList<string>> ReadNamesAsync(CancellationToken cancellationToken) =>
        ReadAsync(static (reader, _) => reader.Names(), 0, cancellationToken);

    public ValueTask<IReadOnlyList<EndedInstance>> ReadEndedAsync(string name, int limit, CancellationToken cancellationToken) =>
        ReadAsync(static (reader, asked) => reader.Ended(asked.name, asked.limit), (name, limit), cancellationToken);

    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(CancellationToken cancellationToken) =>
        ReadAsync(static (reader, _) => reader.Messages(), 0, cancellationToken);

    public ValueTask<IReadOnlyList<ActivityWork>> ReadActivitiesAsync(CancellationToken cancellationToken) =>
        ReadAsync(static (reader, _) => reader.Activities(), 0, cancellationToken);

    public ValueTask<TimerWindow> ReadTimersAsync(int limit, CancellationToken cancellationToken) =>
        ReadAsync(static (reader, most) => reader.Timers(most), limit, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_isClosed)
        {
            return;
        }

        _isClosed = true;
        _writer?.Close();
        for (int i = 0; i < MaxReaders; i++)
        {
            await _readerSlots.WaitAsync().ConfigureAwait(false);
        }

        while (_readers.TryPop(out SqliteReader? reader))
        {
            reader.Dispose();
        }

        // The last connection to close moves the write-ahead log into the file.
        _connection?.Dispose();
        _guard?.Dispose();
    }

    private void Open()
    {
        _guard = SqliteFileGuard.Take(_path);
        _connection = SqliteConnection.Open(_path, _options.BusyTimeout);
        int version = SqliteSchema.VersionOf(_connection, _path);
        // A cache of 16 MiB: SQLite goes over all of it in some commits, which with 64 MiB took a tenth of a busy application's processor time.
        _connection.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864");
        if (_options.MaxDatabaseBytes > 0)
        {
            _connection.Execute($"PRAGMA max_page_count = {_options.MaxDatabaseBytes / _connection.Scalar("PRAGMA page_size")}");
        }

        SqliteSchema.Migrate(_connection, version, _migrations);
        _numbers = _connection.Scalar("SELECT max(number) FROM instances");
        _writer = new SqliteWriter(_connection);
    }

    private SqliteWriter Writer => _writer ?? throw new InvalidOperationException("The store is not open.");

    private async ValueTask<TResult> ReadAsync<TArgument, TResult>(
        Func<SqliteReader, TArgument, TResult> read, TArgument argument, CancellationToken cancellationToken)
    {
        await _readerSlots.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            SqliteReader reader = TakeReader();
            try
            {
                return read(reader, argument);
            }
            finally
            {
                lock (_readers)
                {
                    _readers.Push(reader);
                }
            }
        }
        finally
        {
            _readerSlots.Release();
        }
    }

    private SqliteReader TakeReader()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        lock (_readers)
        {
            if (_readers.TryPop(out SqliteReader? reader))
            {
                return reader;
            }
        }

        return new SqliteReader(SqliteConnection.Open(_path, _options.BusyTimeout));
    }
}
