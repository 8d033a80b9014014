using SQLitePCL;

namespace CallFlows.Benchmarks.Bare;

/// <summary>A prepared statement. What isn't bound is NULL and stays so, and what was bound stays bound.</summary>
internal sealed class BareStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    public BareStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(database, raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public static void Check(sqlite3 database, int result)
    {
        if (result is not (raw.SQLITE_OK or raw.SQLITE_DONE))
        {
            throw new InvalidOperationException($"SQLite says {result}: {raw.sqlite3_errmsg(database).utf8_to_string()}");
        }
    }

    public BareStatement Bind(int parameter, long value)
    {
        Check(_database, raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public BareStatement Bind(int parameter, ReadOnlySpan<byte> utf8)
    {
        Check(_database, raw.sqlite3_bind_text(_statement, parameter, utf8));
        return this;
    }

    public void Run()
    {
        int result = raw.sqlite3_step(_statement);
        raw.sqlite3_reset(_statement);
        Check(_database, result);
    }

    public void Dispose() => _statement.Dispose();
}
