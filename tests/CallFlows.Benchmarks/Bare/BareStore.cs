using CallFlows.Benchmarks.Stores;
using CallFlows.Durable;
using CallFlows.Engine;
using SQLitePCL;

namespace CallFlows.Benchmarks.Bare;

/// <summary>
/// What a careful person would write who needs the engine's rows on disk and nothing else: one connection, one thread, prepared statements,
/// one transaction and one fsync for all that wait.
/// </summary>
internal sealed class BareStore : IDisposable
{
    private readonly sqlite3 _database;
    private readonly BareRows _rows;
    private readonly Thread _thread;
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _work = new(0);
    private List<BareCommit> _waiting = [];
    private long _numbers;
    private bool _isAsleep;
    private bool _isClosed;

    private BareStore(string path)
    {
        int opened = raw.sqlite3_open_v2(path, out _database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        BareStatement.Check(_database, opened);
        BareStatement.Check(_database, raw.sqlite3_exec(
            _database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384; PRAGMA journal_size_limit = 67108864"));
        _rows = new BareRows(_database);
        _thread = new Thread(Write) { IsBackground = true, Name = "Bare store" };
        _thread.Start();
    }

    /// <summary>Opens a new store whose tables are the engine's own, made by an engine.</summary>
    public static async Task<BareStore> CreateAsync(WorkFolder folder)
    {
        string path = folder.File("bare.db");
        await using (OrchestrationEngine engine = OrchestrationEngine.CreateSqlite(new DurableRegistry(), new SqliteStoreOptions { Path = path }))
        {
            await engine.StartAsync();
        }

        return new BareStore(path);
    }

    /// <summary>The number of a new instance. They grow, so that rows of calls under way lie side by side, as the engine's do.</summary>
    public long NextNumber() => Interlocked.Increment(ref _numbers);

    /// <summary>Hands rows in; <see cref="BareCommit.Written"/> tells when they are on the disk.</summary>
    public void Commit(BareCommit commit)
    {
        bool wake;
        lock (_gate)
        {
            _waiting.Add(commit);
            wake = _isAsleep;
            _isAsleep = false;
        }

        if (wake)
        {
            _work.Release();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isClosed = true;
        }

        _work.Release();
        _thread.Join();
        _rows.Dispose();
        _database.Dispose();
        _work.Dispose();
    }

    private void Write()
    {
        List<BareCommit> batch = [];
        while (TryTake(ref batch))
        {
            long now = DateTime.UtcNow.Ticks;
            _rows.Begin();
            foreach (BareCommit commit in batch)
            {
                _rows.Write(commit, now);
            }

            _rows.Commit();
            foreach (BareCommit commit in batch)
            {
                commit.Written.Set(true);
            }

            batch.Clear();
        }
    }

    private bool TryTake(ref List<BareCommit> batch)
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
}
