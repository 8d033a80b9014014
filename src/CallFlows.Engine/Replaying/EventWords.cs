using System.Text.Json;
using CallFlows.Durable;
using CallFlows.Flows;

namespace CallFlows.Engine.Replaying;

/// <summary>Says what an event of a flow's history is, for people who know the flow and not the engine.</summary>
internal static class EventWords
{
    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = 256 };

    /// <summary>What an event is, without its line.</summary>
    public static string Of(HistoryEvent happened) => happened.Type switch
    {
        HistoryEventType.ActivityScheduled when ActionOf(happened) is { } action => $"the call action '{action}'",
        HistoryEventType.ActivityScheduled => $"activity '{happened.Name}'",
        HistoryEventType.ActivityCompleted => $"the result of {(happened.Name == FlowActivities.CallAction ? "a call action" : $"activity '{happened.Name}'")}",
        HistoryEventType.ActivityFailed => $"the failure of {(happened.Name == FlowActivities.CallAction ? "a call action" : $"activity '{happened.Name}'")}",
        HistoryEventType.SubOrchestrationScheduled => $"sub-orchestration '{happened.Name}'",
        HistoryEventType.SubOrchestrationCompleted => $"the result of sub-orchestration '{happened.Name}'",
        HistoryEventType.SubOrchestrationFailed => $"the failure of sub-orchestration '{happened.Name}'",
        HistoryEventType.TimerCreated => "a timer",
        HistoryEventType.TimerFired => "a timer that fired",
        HistoryEventType.TimerCancelled => "the cancelling of a timer",
        HistoryEventType.EventRaised when SubjectOf(happened) is { } subject => subject,
        HistoryEventType.EventRaised => $"the external event '{happened.Name}'",
        HistoryEventType.ExecutionStarted => "the start",
        HistoryEventType.ExecutionSuspended => "a suspension",
        HistoryEventType.ExecutionResumed => "a resume",
        HistoryEventType.ExecutionStopped => "a stop because of the code",
        HistoryEventType.ExecutionCompleted => "the end of the flow",
        HistoryEventType.ExecutionFailed => $"the end of the flow with an error ({ErrorName(happened.Failure)})",
        _ => "a termination",
    };

    /// <summary>An event with the line that the history names for it.</summary>
    public static string WithSource(HistoryEvent happened) => happened.Source is { } source ? $"{Of(happened)} at {source}" : Of(happened);

    /// <summary>Which action a call action is, such as <c>play</c>; null for anything else. All call actions are one activity.</summary>
    public static string? ActionOf(HistoryEvent happened) =>
        happened is { Type: HistoryEventType.ActivityScheduled, Name: FlowActivities.CallAction } ? Text(happened.Payload, "action", "action") : null;

    /// <summary>Which callback, event of Event Grid or signal an external event of a flow is; null for another external event.</summary>
    public static string? NameOf(HistoryEvent raised) => raised.Name != FlowEnvelope.EventName
        ? null
        : Text(raised.Payload, "event", "event") ?? Text(raised.Payload, "serviceEvent", "event") ?? Text(raised.Payload, "signal");

    private static string? SubjectOf(HistoryEvent raised) =>
        Text(raised.Payload, "signal") is { } signal && raised.Name == FlowEnvelope.EventName ? $"the signal '{signal}'"
        : NameOf(raised) is { } name ? $"the callback '{name}'"
        : null;

    private static string ErrorName(FailureDetails? failure) => failure?.ErrorType.Split('.')[^1] ?? "unknown";

    private static string? Text(Payload payload, params ReadOnlySpan<string> path)
    {
        using JsonDocument document = JsonDocument.Parse(payload.Utf8, Deep);
        JsonElement element = document.RootElement;
        foreach (string name in path)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element.ValueKind == JsonValueKind.String ? element.GetString() : null;
    }
}
