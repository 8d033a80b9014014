using System.Buffers.Binary;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>
/// Keeps a second engine off the file, and looks at the file before SQLite does: one that isn't ours, is newer or can't be written is refused
/// untouched.
/// </summary>
internal sealed class SqliteFileGuard : IDisposable
{
    private const int HeaderBytes = 100;
    private readonly FileStream _lock;

    private SqliteFileGuard(FileStream heldLock) => _lock = heldLock;

    public static SqliteFileGuard Take(string path)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OrchestrationStoreException($"The folder of the store '{path}' can't be made: {error.Message}", error);
        }

        FileStream held = Lock(path);
        try
        {
            Inspect(path);
            return new SqliteFileGuard(held);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    // The lock goes with the process, however it ends; the file stays, as taking it away could race with the next engine.
    public void Dispose() => _lock.Dispose();

    private static FileStream Lock(string path)
    {
        string lockPath = path + ".lock";
        try
        {
            return new FileStream(lockPath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException error)
        {
            throw new OrchestrationStoreException($"The store '{path}' can't be locked: this process may not write '{lockPath}'.", error);
        }
        catch (IOException error)
        {
            throw new OrchestrationStoreException(
                $"The store '{path}' is in use by another engine (it holds '{lockPath}'). One file belongs to one process: stop the other one, "
                + "or give this one a file of its own.",
                error);
        }
    }

    private static void Inspect(string path)
    {
        FileInfo file = new(path);
        if (!file.Exists)
        {
            return;
        }

        if (file.IsReadOnly)
        {
            throw new OrchestrationStoreException($"The store '{path}' is read-only. Give this process the right to write it, or another file.");
        }

        Span<byte> header = stackalloc byte[HeaderBytes];
        int read;
        try
        {
            using FileStream stream = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            read = stream.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new OrchestrationStoreException($"The store '{path}' can't be opened for writing: {error.Message}", error);
        }

        if (read > 0)
        {
            InspectHeader(path, header[..read], file.Length);
        }
    }

    // The layout of the header: https://www.sqlite.org/fileformat2.html, section 1.3.
    private static void InspectHeader(string path, ReadOnlySpan<byte> header, long length)
    {
        if (header.Length < HeaderBytes || !header[..16].SequenceEqual("SQLite format 3\0"u8))
        {
            throw new OrchestrationStoreException(
                $"'{path}' is not a SQLite file, or a damaged one. It was left as it is: give another path, or restore a backup.");
        }

        int application = BinaryPrimitives.ReadInt32BigEndian(header[68..]);
        int version = BinaryPrimitives.ReadInt32BigEndian(header[60..]);
        if (application != 0 || version != 0)
        {
            // A file that is only just being made has neither; the schema tells it from another application's.
            SqliteSchema.RequireKnown(path, application, version);
        }

        int pageSize = BinaryPrimitives.ReadUInt16BigEndian(header[16..]);
        long pages = BinaryPrimitives.ReadUInt32BigEndian(header[28..]);
        if (!File.Exists(path + "-wal") && pages * (pageSize == 1 ? 65536 : pageSize) > length)
        {
            throw new OrchestrationStoreException(
                $"The store '{path}' has been cut short: its header tells of {pages} pages, its length is {length} bytes. It was left as it is: restore a backup.");
        }
    }
}
