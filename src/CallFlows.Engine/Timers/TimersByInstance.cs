using System.Runtime.InteropServices;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Timers;

/// <summary>The timers of each instance, chained to one another: an instance has few, but there are many instances.</summary>
internal sealed class TimersByInstance
{
    private readonly Dictionary<string, TimerEntry> _first = new(StringComparer.Ordinal);

    public void Add(TimerEntry entry)
    {
        ref TimerEntry? first = ref CollectionsMarshal.GetValueRefOrAddDefault(_first, entry.Key.InstanceId, out _);
        entry.NextOfInstance = first;
        first = entry;
    }

    public TimerEntry? Find(TaskKey key)
    {
        TimerEntry? entry = _first.GetValueOrDefault(key.InstanceId);
        while (entry is not null && entry.Key != key)
        {
            entry = entry.NextOfInstance;
        }

        return entry;
    }

    public void Remove(TimerEntry entry)
    {
        TimerEntry first = _first[entry.Key.InstanceId];
        if (!ReferenceEquals(first, entry))
        {
            TimerEntry before = first;
            while (!ReferenceEquals(before.NextOfInstance, entry))
            {
                before = before.NextOfInstance!;
            }

            before.NextOfInstance = entry.NextOfInstance;
        }
        else if (entry.NextOfInstance is { } next)
        {
            _first[entry.Key.InstanceId] = next;
        }
        else
        {
            _first.Remove(entry.Key.InstanceId);
        }
    }

    /// <summary>Takes out all timers of an instance.</summary>
    /// <returns>The first of them, with the others behind it; null when there are none.</returns>
    public TimerEntry? TakeAll(string instanceId) => _first.Remove(instanceId, out TimerEntry? first) ? first : null;
}
