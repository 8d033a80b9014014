namespace CallFlows.Protocol.Rest;

/// <summary>Answer of start recording and get recording.</summary>
public sealed record RecordingStateResponse : WireModel
{
    /// <summary>The id of the recording.</summary>
    public string? RecordingId { get; init; }

    /// <summary><c>active</c> or <c>inactive</c>; a just started or paused one is inactive.</summary>
    public string? RecordingState { get; init; }

    /// <summary><c>azureCommunicationServices</c>, <c>teams</c> or <c>teamsCompliance</c>.</summary>
    public string? RecordingKind { get; init; }
}
