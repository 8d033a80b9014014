using System.Text.Json;

namespace CallFlows.Protocol.EventGrid;

/// <summary>An event in Event Grid's own schema; a delivery is a JSON array of these.</summary>
public sealed record EventGridEventModel : WireModel
{
    /// <summary>Names the event; a repeated delivery has the same id.</summary>
    public string? Id { get; init; }

    /// <summary>Resource path of the communication resource.</summary>
    public string? Topic { get; init; }

    /// <summary>What the event is about.</summary>
    public string? Subject { get; init; }

    /// <summary>The data, by event type.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>One of <see cref="EventGridEventTypes"/>.</summary>
    public string? EventType { get; init; }

    /// <summary>Version of the data.</summary>
    public string? DataVersion { get; init; }

    /// <summary>Version of the envelope, <c>1</c>.</summary>
    public string? MetadataVersion { get; init; }

    /// <summary>When it happened, as text.</summary>
    public string? EventTime { get; init; }
}
