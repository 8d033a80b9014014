using CallFlows.Durable;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>A message from the engine or from another instance.</summary>
internal abstract class InternalMessage : InstanceMessage
{
    /// <summary>The id it is stored under, or null when it isn't stored.</summary>
    public string? StoredId { get; set; }

    public override bool IsKeptOnFailure => true;
}

/// <summary>An activity ended.</summary>
internal sealed class ActivityEnded(TaskKey key, string name, Payload result, FailureDetails? failure) : InternalMessage
{
    public TaskKey Key { get; } = key;

    public string Name { get; } = name;

    public Payload Result { get; } = result;

    public FailureDetails? Failure { get; } = failure;
}

/// <summary>A timer is due.</summary>
internal sealed class TimerDue(TaskKey key) : InternalMessage
{
    public TaskKey Key { get; } = key;
}

/// <summary>A parent wants this instance started.</summary>
internal sealed class SubOrchestrationStart(string name, int version, Payload input, TaskKey parent) : InternalMessage
{
    public string Name { get; } = name;

    /// <summary>The version that was the highest when its parent scheduled it.</summary>
    public int Version { get; } = version;

    public Payload Input { get; } = input;

    public TaskKey Parent { get; } = parent;

    public override bool ExpectsNoInstance => true;
}

/// <summary>A child of this instance ended.</summary>
internal sealed class SubOrchestrationEnded(TaskKey task, string name, Payload result, FailureDetails? failure) : InternalMessage
{
    public TaskKey Task { get; } = task;

    public string Name { get; } = name;

    public Payload Result { get; } = result;

    public FailureDetails? Failure { get; } = failure;
}

/// <summary>The instance goes on as new.</summary>
internal sealed class NextGeneration(
    int generation, Payload input, bool keepsEvents, IReadOnlyList<HistoryEvent> events, IReadOnlyList<string> earlierEventIds)
    : InternalMessage
{
    public int Generation { get; } = generation;

    public Payload Input { get; } = input;

    /// <summary>Whether events nobody waited for are handed on.</summary>
    public bool KeepsEvents { get; } = keepsEvents;

    /// <summary>Those events.</summary>
    public IReadOnlyList<HistoryEvent> Events { get; } = events;

    public IReadOnlyList<string> EarlierEventIds { get; } = earlierEventIds;
}

/// <summary>The instance's code did something illegal outside its turns.</summary>
internal sealed class StopInstance(int generation, FailureDetails failure) : InternalMessage
{
    public int Generation { get; } = generation;

    public FailureDetails Failure { get; } = failure;
}
