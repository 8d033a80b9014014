namespace CallFlows.Protocol.Rest;

/// <summary>Answer of <c>GET …/participants</c>.</summary>
public sealed record GetParticipantsResponse : WireModel
{
    /// <summary>The participants.</summary>
    public IReadOnlyList<CallParticipantModel>? Value { get; init; }

    /// <summary>Where the next page is; absent on the last.</summary>
    public string? NextLink { get; init; }
}
