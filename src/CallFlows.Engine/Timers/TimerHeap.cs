namespace CallFlows.Engine.Timers;

/// <summary>A binary heap that gives the next timer, and lets any other go, in logarithmic time.</summary>
internal sealed class TimerHeap
{
    private readonly List<TimerEntry> _entries = [];

    public int Count => _entries.Count;

    public TimerEntry? First => _entries.Count == 0 ? null : _entries[0];

    public void Add(TimerEntry entry)
    {
        _entries.Add(entry);
        entry.Index = _entries.Count - 1;
        Rise(entry);
    }

    public void Remove(TimerEntry entry)
    {
        int hole = entry.Index;
        TimerEntry last = _entries[^1];
        _entries.RemoveAt(_entries.Count - 1);
        entry.Index = -1;
        if (!ReferenceEquals(last, entry))
        {
            Place(last, hole);
            Rise(last);
            Sink(last);
        }
    }

    /// <summary>Keeps the earliest ones, so many and those due at the same time as the last of them.</summary>
    /// <returns>The others, earliest first.</returns>
    public IReadOnlyList<TimerEntry> TrimTo(int count)
    {
        // A sorted list is a heap.
        _entries.Sort(static (one, other) => one.IsBefore(other) ? -1 : other.IsBefore(one) ? 1 : 0);
        int kept = Math.Min(count, _entries.Count);
        while (kept > 0 && kept < _entries.Count && _entries[kept].FireAt == _entries[kept - 1].FireAt)
        {
            kept++;
        }

        List<TimerEntry> dropped = _entries[kept..];
        _entries.RemoveRange(kept, dropped.Count);
        dropped.ForEach(entry => entry.Index = -1);
        for (int i = 0; i < kept; i++)
        {
            _entries[i].Index = i;
        }

        return dropped;
    }

    private void Rise(TimerEntry entry)
    {
        while (entry.Index > 0 && _entries[(entry.Index - 1) / 2] is var parent && entry.IsBefore(parent))
        {
            Swap(entry, parent);
        }
    }

    private void Sink(TimerEntry entry)
    {
        while (SmallerChild(entry.Index) is { } child && child.IsBefore(entry))
        {
            Swap(entry, child);
        }
    }

    private TimerEntry? SmallerChild(int index)
    {
        int left = (2 * index) + 1;
        if (left >= _entries.Count)
        {
            return null;
        }

        int right = left + 1;
        return right < _entries.Count && _entries[right].IsBefore(_entries[left]) ? _entries[right] : _entries[left];
    }

    private void Swap(TimerEntry one, TimerEntry other)
    {
        int place = one.Index;
        Place(one, other.Index);
        Place(other, place);
    }

    private void Place(TimerEntry entry, int index)
    {
        _entries[index] = entry;
        entry.Index = index;
    }
}
