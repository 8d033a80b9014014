using CallFlows.Durable;

namespace CallFlows.Engine.Execution;

/// <summary>The external events nobody has taken and the waits nobody has served, by name without regard to case.</summary>
internal sealed class ExternalEvents
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.OrdinalIgnoreCase);
    private long _arrivals;

    /// <summary>How many waits are open.</summary>
    public int OpenWaits { get; private set; }

    /// <summary>Takes the oldest kept event of a name.</summary>
    public bool TryTake(string name, out Payload data)
    {
        if (_lines.TryGetValue(name, out Line? line) && line.Kept.TryDequeue(out (long Arrival, HistoryEvent Event) kept))
        {
            data = kept.Event.Payload;
            return true;
        }

        data = default;
        return false;
    }

    public void AddWait(PendingTask wait)
    {
        LineOf(wait.Name).Waits.AddLast(wait);
        OpenWaits++;
    }

    public bool RemoveWait(PendingTask wait)
    {
        bool removed = _lines.TryGetValue(wait.Name, out Line? line) && line.Waits.Remove(wait);
        if (removed)
        {
            OpenWaits--;
        }

        return removed;
    }

    /// <summary>The wait that gets the event, or null when the event is kept.</summary>
    public PendingTask? Raise(HistoryEvent raised)
    {
        Line line = LineOf(raised.Name!);
        if (line.Waits.First is { } first)
        {
            line.Waits.RemoveFirst();
            OpenWaits--;
            return first.Value;
        }

        line.Kept.Enqueue((_arrivals++, raised));
        return null;
    }

    /// <summary>All kept events in the order they came.</summary>
    public IEnumerable<HistoryEvent> Kept() =>
        _lines.Values.SelectMany(line => line.Kept).OrderBy(kept => kept.Arrival).Select(kept => kept.Event);

    private Line LineOf(string name)
    {
        if (!_lines.TryGetValue(name, out Line? line))
        {
            line = new Line();
            _lines.Add(name, line);
        }

        return line;
    }

    private sealed class Line
    {
        public Queue<(long Arrival, HistoryEvent Event)> Kept { get; } = new();

        public LinkedList<PendingTask> Waits { get; } = new();
    }
}
