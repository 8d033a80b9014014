namespace CallFlows.Protocol.Rest;

/// <summary>Body of every failed request.</summary>
public sealed record CommunicationErrorResponse : WireModel
{
    /// <summary>What went wrong. Required.</summary>
    public CommunicationErrorModel? Error { get; init; }
}
