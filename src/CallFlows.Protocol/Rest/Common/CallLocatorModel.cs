namespace CallFlows.Protocol.Rest;

/// <summary>Names a call by one of its ids.</summary>
public sealed record CallLocatorModel : WireModel
{
    /// <summary>Id of a group call.</summary>
    public string? GroupCallId { get; init; }

    /// <summary>Id of a conversation.</summary>
    public string? ServerCallId { get; init; }

    /// <summary>Id of a room.</summary>
    public string? RoomId { get; init; }

    /// <summary>One of <see cref="CallLocatorKinds"/>.</summary>
    public string? Kind { get; init; }
}
