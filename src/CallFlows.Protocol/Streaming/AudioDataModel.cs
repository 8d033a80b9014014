using System.Text.Json.Serialization;

namespace CallFlows.Protocol.Streaming;

/// <summary>A frame's sound.</summary>
public sealed record AudioDataModel : WireModel
{
    /// <summary>When it was heard, in ISO 8601.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Whose it is; absent in a mixed stream.</summary>
    [JsonPropertyName("participantRawID")]
    public string? ParticipantRawId { get; init; }

    /// <summary>The samples; base64 on the wire.</summary>
    public byte[]? Data { get; init; }

    /// <summary>Whether it is silence.</summary>
    public bool? Silent { get; init; }
}
