namespace CallFlows.Engine.Store;

/// <summary>Timers in the order they are due, each at a place of its own.</summary>
internal sealed class TimerOrder : IComparer<TimerRecord>
{
    public int Compare(TimerRecord? x, TimerRecord? y)
    {
        (TaskKey one, TaskKey other) = (x!.Key, y!.Key);
        int order = x.FireAt.CompareTo(y.FireAt);
        order = order != 0 ? order : string.CompareOrdinal(one.InstanceId, other.InstanceId);
        order = order != 0 ? order : one.Generation.CompareTo(other.Generation);
        return order != 0 ? order : one.TaskId.CompareTo(other.TaskId);
    }
}
