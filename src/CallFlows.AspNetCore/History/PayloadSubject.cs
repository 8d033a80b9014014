using System.Text.Json;
using CallFlows.AspNetCore.Management;
using CallFlows.Engine;
using CallFlows.Flows;

namespace CallFlows.AspNetCore.History;

/// <summary>
/// All call actions are one activity, and all callbacks and signals one external event: what tells them apart is inside the payload.
/// </summary>
internal static class PayloadSubject
{
    public static string? Of(HistoryEvent happened) => happened.Type switch
    {
        HistoryEventType.ActivityScheduled => Read(happened, root => Text(root, "action", "action")),
        HistoryEventType.EventRaised when happened.Name == FlowEnvelope.EventName =>
            Read(happened, root => Text(root, "event", "event") ?? (Text(root, "signal") is { } signal ? $"signal {signal}" : null)),
        _ => null,
    };

    private static string? Read(HistoryEvent happened, Func<JsonElement, string?> read)
    {
        using JsonDocument document = JsonDocument.Parse(happened.Payload.Utf8, MaskedJson.ReadOptions);
        return read(document.RootElement);
    }

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
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
