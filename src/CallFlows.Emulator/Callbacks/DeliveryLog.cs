using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Callbacks;

/// <summary>
/// Every callback that the application has answered with success, in that order: what it must not lose from then on. Bounded; the oldest
/// entries are dropped.
/// </summary>
public sealed class DeliveryLog
{
    private readonly int _limit;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Queue<DeliveryLogEntry> _entries = new();
    private long _last;

    internal DeliveryLog(EmulatorOptions options, TimeProvider time)
    {
        _limit = options.Limits.MaxDeliveries;
        _time = time;
    }

    /// <summary>The entries kept, oldest first.</summary>
    public IReadOnlyList<DeliveryLogEntry> Entries
    {
        get { lock (_gate) return _entries.ToArray(); }
    }

    /// <summary>How many there have been, dropped ones too.</summary>
    public long Total
    {
        get { lock (_gate) return _last; }
    }

    internal void Add(string eventId, string type, string connection, Uri uri, int status)
    {
        lock (_gate)
        {
            if (_entries.Count >= _limit)
                _entries.Dequeue();
            _entries.Enqueue(new DeliveryLogEntry(++_last, _time.GetUtcNow(), eventId, type, connection, uri.AbsolutePath, status));
        }
    }
}
