using System.Text.Json.Serialization;

namespace CallFlows.Protocol.Streaming;

/// <summary>What somebody says.</summary>
public sealed record TranscriptionDataModel : WireModel
{
    /// <summary>The words.</summary>
    public string? Text { get; init; }

    /// <summary>Seen: <c>display</c>.</summary>
    public string? Format { get; init; }

    /// <summary>How sure the service is, 0 to 1.</summary>
    public double? Confidence { get; init; }

    /// <summary>When it begins after the transcription, in units of 100 nanoseconds.</summary>
    public long? Offset { get; init; }

    /// <summary>How long it takes, in units of 100 nanoseconds.</summary>
    public long? Duration { get; init; }

    /// <summary>Each word.</summary>
    public IReadOnlyList<TranscriptionWordModel>? Words { get; init; }

    /// <summary>Who says it.</summary>
    [JsonPropertyName("participantRawID")]
    public string? ParticipantRawId { get; init; }

    /// <summary><c>Final</c> or <c>Intermediate</c>.</summary>
    public string? ResultStatus { get; init; }
}
