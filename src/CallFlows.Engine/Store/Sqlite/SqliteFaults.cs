using SQLitePCL;

namespace CallFlows.Engine.Store.Sqlite;

/// <summary>What SQLite's result codes mean to whoever runs the engine.</summary>
internal static class SqliteFaults
{
    /// <summary>The exception for a result code, primary or extended.</summary>
    public static OrchestrationStoreException From(int result, string message, string path)
    {
        int primary = result & 0xFF;
        string what = primary switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "is locked by another program; nothing was stored. End what holds it (a shell or a backup, for example)",
            raw.SQLITE_FULL => "can't grow: the disk is full or the file has reached SqliteStoreOptions.MaxDatabaseBytes; nothing was stored. Free space or purge finished instances",
            raw.SQLITE_IOERR => "can't be read or written; nothing was stored. Look at the disk and its free space",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "is damaged. Stop the engine, keep a copy of the file with its -wal, and restore a backup",
            raw.SQLITE_READONLY or raw.SQLITE_PERM => "may not be written by this process; nothing was stored. Check the rights of the file and its folder",
            raw.SQLITE_CANTOPEN => "can't be opened. Check that its folder is there and may be written",
            _ => "could not do what it was asked; nothing was stored",
        };
        return new OrchestrationStoreException($"The store '{path}' {what}. SQLite says: {message} (code {result}).")
        {
            // When it is full a purge may still go through, on its own.
            IsForAll = primary is raw.SQLITE_BUSY or raw.SQLITE_IOERR or raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB or raw.SQLITE_READONLY,
        };
    }
}
