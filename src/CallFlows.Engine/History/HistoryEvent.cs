using CallFlows.Durable;

namespace CallFlows.Engine;

/// <summary>One event of an instance's history. What has no meaning for an event's type is null.</summary>
public sealed record HistoryEvent
{
    /// <summary>What happened.</summary>
    public required HistoryEventType Type { get; init; }

    /// <summary>When, in UTC. Never earlier than the event before it.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The number of the task within its execution, from 1: ties an end to its beginning.</summary>
    public int? TaskId { get; init; }

    /// <summary>The name of the orchestrator, activity or external event.</summary>
    public string? Name { get; init; }

    /// <summary>The author's source line, such as <c>OrderLine.cs:23</c>.</summary>
    public string? Source { get; init; }

    /// <summary>The input, the result, or the external event's data.</summary>
    public Payload Payload { get; init; }

    /// <summary>What went wrong.</summary>
    public FailureDetails? Failure { get; init; }

    /// <summary>The id an external event was raised with.</summary>
    public string? EventId { get; init; }

    /// <summary>When a timer is due, in UTC.</summary>
    public DateTimeOffset? FireAt { get; init; }

    /// <summary>The instance id of a sub-orchestration.</summary>
    public string? ChildInstanceId { get; init; }

    /// <summary>The execution id of an activity, the same for all attempts of one call.</summary>
    public string? ExecutionId { get; init; }

    /// <summary>The attempt of an activity, from 1.</summary>
    public int? Attempt { get; init; }

    /// <summary>Why an operator acted.</summary>
    public string? Reason { get; init; }

    /// <summary>The ids of the latest external events that earlier executions of this instance took, the newest last; of an execution's start.</summary>
    public IReadOnlyList<string> EarlierEventIds { get; init; } = [];

    /// <summary>Whether the code made this event, as opposed to something that happened to it.</summary>
    internal bool IsDecision => Type is HistoryEventType.ActivityScheduled
        or HistoryEventType.TimerCreated
        or HistoryEventType.TimerCancelled
        or HistoryEventType.SubOrchestrationScheduled
        or HistoryEventType.ExecutionCompleted
        or HistoryEventType.ExecutionFailed;

    /// <summary>The event in words, for error messages.</summary>
    internal string Describe()
    {
        string what = Type switch
        {
            HistoryEventType.ActivityScheduled => $"activity '{Name}'",
            HistoryEventType.SubOrchestrationScheduled => $"sub-orchestration '{Name}'",
            HistoryEventType.TimerCreated => "a timer",
            HistoryEventType.TimerCancelled => "the cancelling of a timer",
            _ => Type.ToString(),
        };
        string task = TaskId is { } id ? $" as task {id}" : "";
        string source = Source is { } line ? $" at {line}" : "";
        return what + task + source;
    }
}
