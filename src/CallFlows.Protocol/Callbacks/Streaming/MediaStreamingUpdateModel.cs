namespace CallFlows.Protocol.Callbacks;

/// <summary>State of audio streaming.</summary>
public sealed record MediaStreamingUpdateModel : WireModel
{
    /// <summary>Seen: <c>Audio</c>.</summary>
    public string? ContentType { get; init; }

    /// <summary>E.g. <c>mediaStreamingStarted</c>.</summary>
    public string? MediaStreamingStatus { get; init; }

    /// <summary>E.g. <c>subscriptionStarted</c>.</summary>
    public string? MediaStreamingStatusDetails { get; init; }
}
