using CallFlows.Engine.Store.Sqlite;

namespace CallFlows.Engine.Tests.Sqlite;

/// <summary>A file for a store in a folder of its own, deleted at the end.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("callflows-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "calls.db");

    public SqliteStoreOptions Options => new() { Path = Path };

    public SqliteStore Store() => new(Options);

    /// <summary>What a process killed now leaves behind: the file and its log as they are, with nothing closed.</summary>
    public StoreFile CopyAsLeftByAKill()
    {
        StoreFile copy = new();
        foreach (string suffix in new[] { "", "-wal" })
        {
            File.Copy(Path + suffix, copy.Path + suffix);
        }

        return copy;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
