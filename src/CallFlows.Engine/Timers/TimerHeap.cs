namespace CallFlows.Engine.Timers;

/// <summary>A binary heap that gives the next timer, and lets any other go, in logarithmic time.</summary>
internal sealed class TimerHeap
{
    private readonly List<TimerEntry> _entries = [];

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
