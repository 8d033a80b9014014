using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>The external events nobody has taken and the waits nobody has served, by name without regard to case.</summary>
internal sealed class ExternalEvents
{
    // Few at a time, in the order they began.
    private List<PendingTask>? _waits;
    private Dictionary<string, Queue<(long Arrival, HistoryEvent Event)>>? _kept;
    private long _arrivals;

    /// <summary>How many waits are open.</summary>
    public int OpenWaits => _waits?.Count ?? 0;

    /// <summary>Takes the oldest kept event of a name.</summary>
    public bool TryTake(string name, out Payload data)
    {
        if (_kept is not null && _kept.TryGetValue(name, out var line) && line.TryDequeue(out (long Arrival, HistoryEvent Event) kept))
        {
            data = kept.Event.Payload;
            return true;
        }

        data = default;
        return false;
    }

    public void AddWait(PendingTask wait) => (_waits ??= new List<PendingTask>(1)).Add(wait);

    public bool RemoveWait(PendingTask wait) => _waits?.Remove(wait) ?? false;

    /// <summary>The wait that gets the event, or null when the event is kept.</summary>
    public PendingTask? Raise(HistoryEvent raised)
    {
        for (int i = 0; i < OpenWaits; i++)
        {
            PendingTask wait = _waits![i];
            if (string.Equals(wait.Name, raised.Name, StringComparison.OrdinalIgnoreCase))
            {
                _waits.RemoveAt(i);
                return wait;
            }
        }

        Keep(raised);
        return null;
    }

    /// <summary>All kept events in the order they came.</summary>
    public IEnumerable<HistoryEvent> Kept() => _kept is null
        ? []
        : _kept.Values.SelectMany(line => line).OrderBy(kept => kept.Arrival).Select(kept => kept.Event);

    private void Keep(HistoryEvent raised)
    {
        _kept ??= new Dictionary<string, Queue<(long, HistoryEvent)>>(StringComparer.OrdinalIgnoreCase);
        if (!_kept.TryGetValue(raised.Name!, out var line))
        {
            line = new Queue<(long, HistoryEvent)>();
            _kept.Add(raised.Name!, line);
        }

        line.Enqueue((_arrivals++, raised));
    }
}
