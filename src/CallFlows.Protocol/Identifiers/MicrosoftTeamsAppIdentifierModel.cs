namespace CallFlows.Protocol.Identifiers;

/// <summary>A Teams application.</summary>
public sealed record MicrosoftTeamsAppIdentifierModel : WireModel
{
    /// <summary>The id of the application. Required by the service.</summary>
    public string? AppId { get; init; }

    /// <summary>One of <see cref="CommunicationClouds"/>; absent means public.</summary>
    public string? Cloud { get; init; }
}
