using System.Threading.Tasks.Sources;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>
/// The one thread that writes. Takes all commits that wait, writes them in one transaction, and lets those who wait for them go on after the
/// one fsync: while it runs, the next ones gather.
/// </summary>
internal sealed class SqliteWriter
{
    /// <summary>So many commits at most share a transaction, so that the first of them doesn't wait for ever.</summary>
    private const int MaxBatch = 4096;

    private readonly SqliteConnection _connection;
    private readonly CommitStatements _statements;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _work = new(0, 1);
    private List<Request> _waiting = [];
    private bool _isAsleep;
    private bool _isClosed;

    public SqliteWriter(SqliteConnection connection)
    {
        _connection = connection;
        _statements = new CommitStatements(connection);
        _thread = new Thread(Run) { IsBackground = true, Name = "CallFlows store" };
        _thread.Start();
    }

    /// <summary>Completes when the commit is durable.</summary>
    public ValueTask CommitAsync(TurnCommit commit)
    {
        Request request = new(commit);
        bool wake;
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            _waiting.Add(request);
            wake = _isAsleep;
            _isAsleep = false;
        }

        if (wake)
        {
            _work.Release();
        }

        return new ValueTask(request, request.Version);
    }

    /// <summary>Writes what waits, then ends the thread. The connection is free afterwards.</summary>
    public void Close()
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                return;
            }

            _isClosed = true;
            if (_isAsleep)
            {
                _isAsleep = false;
                _work.Release();
            }
        }

        _thread.Join();
        _statements.Dispose();
        _work.Dispose();
    }

    private void Run()
    {
        List<Request> batch = [];
        while (TryTake(ref batch))
        {
            for (int done = 0; done < batch.Count; done += MaxBatch)
            {
                WriteBatch(batch.GetRange(done, Math.Min(MaxBatch, batch.Count - done)));
            }

            batch.Clear();
        }
    }

    private bool TryTake(ref List<Request> batch)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_waiting.Count > 0)
                {
                    (batch, _waiting) = (_waiting, batch);
                    return true;
                }

                if (_isClosed)
                {
                    return false;
                }

                _isAsleep = true;
            }

            _work.Wait();
        }
    }

    private void WriteBatch(List<Request> batch)
    {
        if (TryWrite(batch) is not { } error)
        {
            batch.ForEach(request => request.Succeed());
            return;
        }

        if (batch.Count == 1 || error is OrchestrationStoreException { IsForAll: true })
        {
            batch.ForEach(request => request.Fail(error));
            return;
        }

        // One of them can't be written: that must not take the others with it.
        foreach (Request request in batch)
        {
            if (TryWrite([request]) is { } own)
            {
                request.Fail(own);
            }
            else
            {
                request.Succeed();
            }
        }
    }

    private Exception? TryWrite(List<Request> batch)
    {
        try
        {
            _connection.Execute("BEGIN IMMEDIATE");
            foreach (Request request in batch)
            {
                _statements.Write(request.Commit);
            }

            _connection.Execute("COMMIT");
            return null;
        }
        catch (Exception error)
        {
            return RollBack(error);
        }
    }

    private Exception RollBack(Exception error)
    {
        try
        {
            // SQLite rolls back by itself after some errors.
            if (_connection.IsInTransaction)
            {
                _connection.Execute("ROLLBACK");
            }

            return error;
        }
        catch (OrchestrationStoreException second)
        {
            return new AggregateException(error, second);
        }
    }

    /// <summary>A commit that waits; also what its turn awaits.</summary>
    private sealed class Request(TurnCommit commit) : IValueTaskSource
    {
        // Continuations run on the thread pool: the writer has the next batch to write.
        private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

        public TurnCommit Commit { get; } = commit;

        public short Version => _core.Version;

        public void Succeed() => _core.SetResult(true);

        public void Fail(Exception error) => _core.SetException(error);

        void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

        ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

        void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
