using System.Text.Json.Serialization;

namespace CallFlows.Protocol.Callbacks;

/// <summary>What the data of every callback event may hold; written in the order of versions 2024-09-01-preview and 2025-05-15.</summary>
public abstract record CallbackData : WireModel
{
    /// <summary>Same as the CloudEvent's source; on recording events, and in older versions on all.</summary>
    [JsonPropertyOrder(WireOrder.EventSource)]
    public string? EventSource { get; init; }

    /// <summary>The api-version of the call.</summary>
    [JsonPropertyOrder(WireOrder.Version)]
    public virtual string? Version { get; init; }

    /// <summary>The app's own text of the operation; absent when it gave none.</summary>
    [JsonPropertyOrder(WireOrder.OperationContext)]
    public string? OperationContext { get; init; }

    /// <summary>How the operation ended; absent in older versions.</summary>
    [JsonPropertyOrder(WireOrder.ResultInformation)]
    public ResultInformationModel? ResultInformation { get; init; }

    /// <summary>The connection that the event belongs to.</summary>
    [JsonPropertyOrder(WireOrder.CallConnectionId)]
    public string? CallConnectionId { get; init; }

    /// <summary>The conversation.</summary>
    [JsonPropertyOrder(WireOrder.ServerCallId)]
    public string? ServerCallId { get; init; }

    /// <summary>Ties logs and events of the call together.</summary>
    [JsonPropertyOrder(WireOrder.CorrelationId)]
    public string? CorrelationId { get; init; }

    /// <summary>Same as the CloudEvent's type.</summary>
    [JsonPropertyOrder(WireOrder.PublicEventType)]
    public string? PublicEventType { get; init; }
}
