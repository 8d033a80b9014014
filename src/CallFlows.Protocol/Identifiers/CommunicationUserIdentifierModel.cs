namespace CallFlows.Protocol.Identifiers;

/// <summary>A user of a communication resource.</summary>
public sealed record CommunicationUserIdentifierModel : WireModel
{
    /// <summary>The whole raw id, <c>8:acs:{resource}_{user}</c>. Required by the service.</summary>
    public string? Id { get; init; }
}
