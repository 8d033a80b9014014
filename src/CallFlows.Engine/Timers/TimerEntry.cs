using CallFlows.Engine.Store;

namespace CallFlows.Engine.Timers;

/// <summary>One timer in the heap.</summary>
internal sealed class TimerEntry(TaskKey key, DateTimeOffset fireAt, long order)
{
    public TaskKey Key { get; } = key;

    public DateTimeOffset FireAt { get; } = fireAt;

    /// <summary>Its place in the heap's array, kept by the heap.</summary>
    public int Index { get; set; } = -1;

    /// <summary>Another timer of the same instance.</summary>
    public TimerEntry? NextOfInstance { get; set; }

    /// <summary>Earlier ones first; of those due at one time, the one added first.</summary>
    public bool IsBefore(TimerEntry other) =>
        FireAt != other.FireAt ? FireAt < other.FireAt : order < other.Order;

    private long Order => order;
}
