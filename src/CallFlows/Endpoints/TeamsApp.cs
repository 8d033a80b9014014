using System.Text.Json.Serialization;

namespace CallFlows.Endpoints;

/// <summary>A Microsoft Teams application, such as a call queue. Raw id <c>28:orgid:{id}</c>.</summary>
[JsonConverter(typeof(EndpointJsonConverterFactory))]
public sealed record TeamsApp : CallEndpoint
{
    /// <summary>Makes a Teams application.</summary>
    /// <param name="appId">The Entra application's object id.</param>
    /// <param name="cloud">The cloud it lives in.</param>
    /// <exception cref="FormatException">The id is empty or too long.</exception>
    public TeamsApp(string appId, TeamsCloud cloud = TeamsCloud.Public)
        : base(RawIds.TeamsAppPrefix(cloud) + RawIds.Checked(appId))
    {
        AppId = appId;
        Cloud = cloud;
    }

    /// <summary>The Entra application's object id.</summary>
    public string AppId { get; }

    /// <summary>The cloud it lives in.</summary>
    public TeamsCloud Cloud { get; }

    /// <inheritdoc/>
    public bool Equals(TeamsApp? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
