using CallFlows.Engine.Store;

namespace CallFlows.Engine.Timers;

/// <summary>What happened to timers while the store was read: newer than what it answers.</summary>
internal sealed class TimerChanges
{
    private readonly Dictionary<TaskKey, TimerRecord> _added = [];
    private readonly HashSet<TaskKey> _removed = [];
    private readonly HashSet<string> _cleared = new(StringComparer.Ordinal);

    public IReadOnlyCollection<TimerRecord> Added => _added.Values;

    public void Add(TimerRecord timer) => _added[timer.Key] = timer;

    public void Remove(TaskKey key)
    {
        _added.Remove(key);
        _removed.Add(key);
    }

    public void RemoveAll(string instanceId)
    {
        foreach (TaskKey key in _added.Keys.Where(key => key.InstanceId == instanceId).ToList())
        {
            _added.Remove(key);
        }

        _cleared.Add(instanceId);
    }

    /// <summary>Whether what the store says of a timer counts for nothing.</summary>
    public bool Outdates(TaskKey key) => _removed.Contains(key) || _cleared.Contains(key.InstanceId) || _added.ContainsKey(key);
}
