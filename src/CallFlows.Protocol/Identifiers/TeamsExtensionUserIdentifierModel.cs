namespace CallFlows.Protocol.Identifiers;

/// <summary>A Teams user who calls through a communication resource.</summary>
public sealed record TeamsExtensionUserIdentifierModel : WireModel
{
    /// <summary>The object id of the user. Required by the service.</summary>
    public string? UserId { get; init; }

    /// <summary>The tenant of the user. Required by the service.</summary>
    public string? TenantId { get; init; }

    /// <summary>The communication resource. Required by the service.</summary>
    public string? ResourceId { get; init; }

    /// <summary>One of <see cref="CommunicationClouds"/>; absent means public.</summary>
    public string? Cloud { get; init; }
}
