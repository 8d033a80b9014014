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
    // Waited on as a monitor: unlike a semaphore it does not spin, and cores are for the calls.
    private readonly object _gate = new();
    private List<Request> _waiting = [];
    private bool _isAsleep;
    private bool _isClosed;
    private int _away;

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
        Request request = new(this, commit);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            commit.LeaveOpen(request);
            Add(request);
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
            Monitor.Pulse(_gate);
        }

        _thread.Join();
        _statements.Dispose();
    }

    private void Add(Request request)
    {
        _waiting.Add(request);
        if (_isAsleep)
        {
            Monitor.Pulse(_gate);
        }
    }

    private void Run()
    {
        List<Request> taken = [];
        List<Request> batch = [];
        while (TryTake(ref taken))
        {
            foreach (Request request in taken)
            {
                if (TrySeal(request))
                {
                    batch.Add(request);
                }

                if (batch.Count == MaxBatch)
                {
                    WriteBatch(batch);
                    batch.Clear();
                }
            }

            WriteBatch(batch);
            taken.Clear();
            batch.Clear();
        }
    }

    /// <summary>Closes a commit to what happens from now on. One that just grows comes back when it has.</summary>
    private bool TrySeal(Request request)
    {
        // Counted first: it may be back before this thread knows that it is away.
        Interlocked.Increment(ref _away);
        if (!request.Commit.TrySeal())
        {
            return false;
        }

        Interlocked.Decrement(ref _away);
        if (request.Commit.Failure is { } failure)
        {
            request.Fail(failure);
            return false;
        }

        return true;
    }

    private void TakeBack(Request request)
    {
        lock (_gate)
        {
            Interlocked.Decrement(ref _away);
            Add(request);
        }
    }

    private bool TryTake(ref List<Request> batch)
    {
        lock (_gate)
        {
            while (_waiting.Count == 0)
            {
                if (_isClosed && Volatile.Read(ref _away) == 0)
                {
                    return false;
                }

                _isAsleep = true;
                Monitor.Wait(_gate);
                _isAsleep = false;
            }

            (batch, _waiting) = (_waiting, batch);
            return true;
        }
    }

    private void WriteBatch(List<Request> batch)
    {
        if (batch.Count == 0)
        {
            return;
        }

        if (TryWrite(batch) is not { } error)
        {
            batch.ForEach(request => request.Answer());
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
                request.Answer();
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
                request.IsRefused = !_statements.TryWrite(request.Commit);
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
    private sealed class Request(SqliteWriter writer, TurnCommit commit) : IValueTaskSource, IGrownCommit
    {
        // Continuations run on the thread pool: the writer has the next batch to write.
        private ManualResetValueTaskSourceCore<bool> _core = new() { RunContinuationsAsynchronously = true };

        public TurnCommit Commit { get; } = commit;

        public short Version => _core.Version;

        /// <summary>Whether it creates an instance that is there already.</summary>
        public bool IsRefused { get; set; }

        public void Answer()
        {
            if (IsRefused)
            {
                Fail(new InstanceExistsException(Commit.InstanceId));
            }
            else
            {
                _core.SetResult(true);
            }
        }

        public void Fail(Exception error) => _core.SetException(error);

        void IGrownCommit.OnGrown() => writer.TakeBack(this);

        void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

        ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

        void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
            _core.OnCompleted(continuation, state, token, flags);
    }
}
