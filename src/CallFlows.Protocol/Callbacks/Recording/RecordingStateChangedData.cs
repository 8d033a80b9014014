using System.Text.Json.Serialization;

namespace CallFlows.Protocol.Callbacks;

/// <summary>A recording started, paused, resumed or stopped. Its connection id is the recorder's own.</summary>
public sealed record RecordingStateChangedData : CallbackData
{
    /// <summary>The recording.</summary>
    public string? RecordingId { get; init; }

    /// <summary><c>active</c> or <c>inactive</c>.</summary>
    public string? State { get; init; }

    /// <summary>When recording began; the year 1 before that.</summary>
    public DateTimeOffset? StartDateTime { get; init; }

    /// <summary>Which service records.</summary>
    public string? RecordingKind { get; init; }

    /// <summary>The api-version of the call; this event names it after the result.</summary>
    [JsonPropertyOrder(WireOrder.LateVersion)]
    public override string? Version { get; init; }
}
