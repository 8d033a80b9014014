using System.Text.Json.Serialization;

namespace CallFlows.Endpoints;

/// <summary>A Microsoft Teams user. Raw id <c>8:orgid:{id}</c>, or <c>8:teamsvisitor:{id}</c> for an anonymous one.</summary>
[JsonConverter(typeof(EndpointJsonConverterFactory))]
public sealed record TeamsUser : CallEndpoint
{
    /// <summary>Makes a Teams user.</summary>
    /// <param name="userId">The Entra object id, or the visitor's id.</param>
    /// <param name="cloud">The cloud the user lives in.</param>
    /// <param name="isAnonymous">Whether it is a visitor who is not signed in.</param>
    /// <exception cref="FormatException">The id is empty or too long.</exception>
    public TeamsUser(string userId, TeamsCloud cloud = TeamsCloud.Public, bool isAnonymous = false)
        : base((isAnonymous ? "8:teamsvisitor:" : RawIds.TeamsUserPrefix(cloud)) + RawIds.Checked(userId))
    {
        UserId = userId;
        Cloud = cloud;
        IsAnonymous = isAnonymous;
    }

    /// <summary>The Entra object id, or the visitor's id.</summary>
    public string UserId { get; }

    /// <summary>The cloud the user lives in.</summary>
    public TeamsCloud Cloud { get; }

    /// <summary>Whether it is a visitor who is not signed in.</summary>
    public bool IsAnonymous { get; }

    /// <inheritdoc/>
    public bool Equals(TeamsUser? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
