using System.Text.Json;

namespace CallFlows.Protocol.EventGrid;

/// <summary>An event in the CloudEvents 1.0 schema; a delivery is one object, or an array when batched.</summary>
public sealed record EventGridCloudEventModel : WireModel
{
    /// <summary>Names the event; a repeated delivery has the same id.</summary>
    public string? Id { get; init; }

    /// <summary>Resource path of the communication resource.</summary>
    public string? Source { get; init; }

    /// <summary>What the event is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The data, by event type.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>One of <see cref="EventGridEventTypes"/>.</summary>
    public string? Type { get; init; }

    /// <summary>When it happened, as text.</summary>
    public string? Time { get; init; }

    /// <summary>Version of CloudEvents, <c>1.0</c>.</summary>
    public string? Specversion { get; init; }
}
