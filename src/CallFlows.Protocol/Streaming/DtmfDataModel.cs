namespace CallFlows.Protocol.Streaming;

/// <summary>A key that was pressed.</summary>
public sealed record DtmfDataModel : WireModel
{
    /// <summary>The key, such as <c>3</c>.</summary>
    public string? Data { get; init; }

    /// <summary>When it was pressed, in ISO 8601; in newer versions.</summary>
    public string? Timestamp { get; init; }

    /// <summary>Who pressed it; in newer versions.</summary>
    public string? ParticipantRawId { get; init; }
}
