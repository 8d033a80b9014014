namespace CallFlows.AspNetCore.Settings;

/// <summary>Where the embedded engine keeps its instances: section <c>CallFlows:Store</c>.</summary>
public sealed class StoreOptions
{
    /// <summary>
    /// The SQLite file, made on the first start; a relative path begins at the application's content root. One file belongs to one process.
    /// Default <c>data/callflows.db</c>.
    /// </summary>
    public string Path { get; set; } = "data/callflows.db";

    /// <summary>Whether instances are kept in memory only: a restart forgets them. Default false.</summary>
    public bool InMemory { get; set; }

    /// <summary>How many bytes the file may grow to, at least 1,048,576; 0 for as many as the disk holds. Default 0.</summary>
    public long MaxDatabaseBytes { get; set; }
}
