namespace CallFlows.Engine;

/// <summary>Where and how an engine keeps its instances in a SQLite file. Set once, before the engine is made.</summary>
public sealed record SqliteStoreOptions
{
    private readonly string _path = "";
    private readonly long _maxDatabaseBytes;
    private readonly TimeSpan _busyTimeout = TimeSpan.FromSeconds(5);

    /// <summary>
    /// The file, made with its folder when it isn't there. SQLite keeps two more files beside it (<c>-wal</c>, <c>-shm</c>), the engine one
    /// (<c>.lock</c>). It must be on a disk of this machine: network file systems don't lock as SQLite needs it.
    /// </summary>
    /// <exception cref="ArgumentException">Empty.</exception>
    public required string Path
    {
        get => _path;
        init
        {
            ArgumentException.ThrowIfNullOrWhiteSpace(value);
            _path = value;
        }
    }

    /// <summary>
    /// How many bytes the file may grow to, at least 1 MiB, or 0 for as many as the disk holds. At the bound nothing new is taken on until instances
    /// are purged. Rounded down to whole pages. Default 0.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 MiB and not 0.</exception>
    public long MaxDatabaseBytes
    {
        get => _maxDatabaseBytes;
        init
        {
            if (value != 0)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(value, 1024 * 1024);
            }

            _maxDatabaseBytes = value;
        }
    }

    /// <summary>
    /// How long a commit waits for another program that has locked the file, 0 to 5 minutes, before the work it holds is refused. Default 5 seconds.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Out of range.</exception>
    public TimeSpan BusyTimeout
    {
        get => _busyTimeout;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, TimeSpan.FromMinutes(5));
            _busyTimeout = value;
        }
    }
}
