using CallFlows.Durable;

namespace CallFlows.Engine.History.Format;

/// <summary>Finds what no engine could have written, before a replay trips over it.</summary>
internal static class HistoryFileCheck
{
    /// <summary>The first fault, with its place; null when there is none.</summary>
    public static string? FindFault(HistoryFileBody body)
    {
        if (FaultOfHead(body) is { } fault)
        {
            return fault;
        }

        HashSet<int> tasks = [];
        for (int i = 0; i < body.Events.Count; i++)
        {
            HistoryFileEvent happened = body.Events[i];
            if (happened is null)
            {
                return $"event {i + 1}: there is nothing";
            }

            if (happened.Number != i + 1)
            {
                return $"event {i + 1}: its number is {happened.Number}; an event is missing, or one too many is there";
            }

            if (FaultOf(happened, i == 0 ? null : body.Events[i - 1], tasks) is { } problem)
            {
                return $"event {happened.Number}: {problem}";
            }
        }

        return FaultOfEnd(body);
    }

    private static string? FaultOfHead(HistoryFileBody body) =>
        string.IsNullOrWhiteSpace(body.Flow) ? "flow: it is blank"
        : string.IsNullOrWhiteSpace(body.InstanceId) || body.InstanceId.Length > DurableLimits.MaxInstanceIdLength ? "instanceId: it is blank or too long"
        : body.Version < 1 ? "version: it is below 1"
        : body.Execution < 1 ? "execution: it is below 1"
        : body.Events is not [{ Type: HistoryEventType.ExecutionStarted }, ..] ? "events: a history begins with executionStarted"
        : null;

    private static string? FaultOf(HistoryFileEvent happened, HistoryFileEvent? before, HashSet<int> tasks)
    {
        if (!Enum.IsDefined(happened.Type))
        {
            return "type: there is no such type";
        }

        if (before is not null && happened.Time < before.Time)
        {
            return "time: it is earlier than that of the event before";
        }

        if (before is not null && happened.Type == HistoryEventType.ExecutionStarted)
        {
            return "type: a history has one start";
        }

        switch (happened.Type)
        {
            case HistoryEventType.ActivityScheduled or HistoryEventType.SubOrchestrationScheduled when string.IsNullOrEmpty(happened.Name):
            case HistoryEventType.EventRaised when string.IsNullOrEmpty(happened.Name):
                return "name: it is missing";
            case HistoryEventType.TimerCreated when happened.FireAt is null:
                return "fireAt: it is missing";
            case HistoryEventType.ActivityScheduled or HistoryEventType.TimerCreated or HistoryEventType.SubOrchestrationScheduled:
                return happened.TaskId is { } begun && begun >= 1 && tasks.Add(begun) ? null : "taskId: it is missing, or there before";
            case HistoryEventType.ActivityCompleted or HistoryEventType.SubOrchestrationCompleted
                or HistoryEventType.TimerFired or HistoryEventType.TimerCancelled:
            case HistoryEventType.ActivityFailed or HistoryEventType.SubOrchestrationFailed when happened.Failure is not null:
                return happened.TaskId is { } ended && tasks.Contains(ended) ? null : "taskId: no event before it begins that task";
            case HistoryEventType.ActivityFailed or HistoryEventType.SubOrchestrationFailed or HistoryEventType.ExecutionFailed when happened.Failure is null:
                return "failure: it is missing";
            default:
                return null;
        }
    }

    private static string? FaultOfEnd(HistoryFileBody body)
    {
        bool fits = body.Status switch
        {
            OrchestrationStatus.Completed => body.Events[^1].Type == HistoryEventType.ExecutionCompleted,
            OrchestrationStatus.Terminated => body.Events[^1].Type == HistoryEventType.ExecutionTerminated,
            OrchestrationStatus.Failed => body.Events.Any(happened => happened.Type is HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionStopped),
            _ => !IsEnd(body.Events[^1].Type),
        };
        int early = body.Events.Take(body.Events.Count - 1).TakeWhile(happened => !IsEnd(happened.Type)).Count();
        return !fits ? $"status: the last event does not make a flow {body.Status.ToString().ToLowerInvariant()}"
            : early < body.Events.Count - 1 ? $"event {early + 2}: the flow had ended before"
            : null;
    }

    private static bool IsEnd(HistoryEventType type) =>
        type is HistoryEventType.ExecutionCompleted or HistoryEventType.ExecutionFailed or HistoryEventType.ExecutionTerminated;
}
