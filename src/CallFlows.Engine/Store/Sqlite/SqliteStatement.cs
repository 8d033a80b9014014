using System.Buffers;
using System.Text;
using CallFlows.Durable;
using SQLitePCL;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>A prepared statement that is run again and again. Parameters count from 1, columns from 0, as in SQLite.</summary>
internal sealed class SqliteStatement(SqliteConnection connection, sqlite3_stmt handle) : IDisposable
{
    private const int StackBytes = 512;

    public void Bind(int parameter, long value) => connection.Check(raw.sqlite3_bind_int64(handle, parameter, value));

    public void Bind(int parameter, int? value)
    {
        if (value is { } number)
        {
            Bind(parameter, (long)number);
        }
        else
        {
            BindNull(parameter);
        }
    }

    /// <summary>Binds a time as ticks of UTC, so that it comes back exactly.</summary>
    public void Bind(int parameter, DateTimeOffset time) => Bind(parameter, time.UtcTicks);

    public void Bind(int parameter, DateTimeOffset? time)
    {
        if (time is { } there)
        {
            Bind(parameter, there);
        }
        else
        {
            BindNull(parameter);
        }
    }

    public void Bind(int parameter, string? value)
    {
        if (value is null)
        {
            BindNull(parameter);
            return;
        }

        int most = Encoding.UTF8.GetMaxByteCount(value.Length);
        byte[]? rented = most > StackBytes ? ArrayPool<byte>.Shared.Rent(most) : null;
        Span<byte> buffer = rented ?? stackalloc byte[StackBytes];
        int length = Encoding.UTF8.GetBytes(value, buffer);
        BindUtf8(parameter, buffer[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Binds JSON as text, which a person can read in the file; JSON's null as SQL's.</summary>
    public void Bind(int parameter, Payload value)
    {
        if (value.IsNull)
        {
            BindNull(parameter);
        }
        else
        {
            BindUtf8(parameter, value.Utf8.Span);
        }
    }

    public void BindNull(int parameter) => connection.Check(raw.sqlite3_bind_null(handle, parameter));

    /// <summary>Runs to the next row; false when there is none, and the statement is ready to run again.</summary>
    public bool Step()
    {
        int result = raw.sqlite3_step(handle);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        if (result == raw.SQLITE_DONE)
        {
            raw.sqlite3_reset(handle);
            return false;
        }

        try
        {
            connection.Check(result);
        }
        finally
        {
            raw.sqlite3_reset(handle);
        }

        return false;
    }

    /// <summary>Runs to the end.</summary>
    public void Execute()
    {
        while (Step())
        {
        }
    }

    /// <summary>Makes the statement ready to run again before its last row.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => raw.sqlite3_column_int(handle, column);

    public int? OptionalInt(int column) => IsNull(column) ? null : Int(column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? OptionalText(int column) => IsNull(column) ? null : Text(column);

    public DateTimeOffset Time(int column) => new(Long(column), TimeSpan.Zero);

    public DateTimeOffset? OptionalTime(int column) => IsNull(column) ? null : Time(column);

    public Payload Json(int column) => IsNull(column) ? Payload.Null : new Payload(raw.sqlite3_column_blob(handle, column).ToArray());

    public ReadOnlySpan<byte> Utf8(int column) => raw.sqlite3_column_blob(handle, column);

    public void Dispose() => handle.Dispose();

    private void BindUtf8(int parameter, ReadOnlySpan<byte> utf8) => connection.Check(raw.sqlite3_bind_text(handle, parameter, utf8));
}
