namespace CallFlows.Emulator.Hosting;

/// <summary>Numbered, timed entries in the order they were added. When there are too many, the oldest are dropped.</summary>
internal sealed class BoundedLog<TEntry>(int limit, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Queue<TEntry> _entries = new();
    private long _last;

    /// <summary>The entries kept, oldest first.</summary>
    public IReadOnlyList<TEntry> Entries
    {
        get { lock (_gate) return _entries.ToArray(); }
    }

    /// <summary>How many there have been, dropped ones too.</summary>
    public long Total
    {
        get { lock (_gate) return _last; }
    }

    /// <param name="create">Makes the entry of a number, from 1, and a time.</param>
    /// <returns>The entry.</returns>
    public TEntry Add(Func<long, DateTimeOffset, TEntry> create)
    {
        lock (_gate)
        {
            if (_entries.Count >= limit)
                _entries.Dequeue();
            TEntry entry = create(++_last, time.GetUtcNow());
            _entries.Enqueue(entry);
            return entry;
        }
    }
}
