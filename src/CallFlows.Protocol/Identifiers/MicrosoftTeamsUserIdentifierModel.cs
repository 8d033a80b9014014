namespace CallFlows.Protocol.Identifiers;

/// <summary>A Teams user.</summary>
public sealed record MicrosoftTeamsUserIdentifierModel : WireModel
{
    /// <summary>The object id of the user, or the visitor id of an anonymous user. Required by the service.</summary>
    public string? UserId { get; init; }

    /// <summary>True for a visitor without an account.</summary>
    public bool? IsAnonymous { get; init; }

    /// <summary>One of <see cref="CommunicationClouds"/>; absent means public.</summary>
    public string? Cloud { get; init; }
}
