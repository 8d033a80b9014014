using System.Text.Json.Serialization;

namespace CallFlows.Endpoints;

/// <summary>A user of a Communication Services resource. Its id is its raw id, <c>8:acs:{resource}_{user}</c>.</summary>
[JsonConverter(typeof(EndpointJsonConverterFactory))]
public sealed record CommunicationUser : CallEndpoint
{
    /// <summary>Makes a user.</summary>
    /// <param name="id">The id, such as <c>8:acs:…</c>.</param>
    /// <exception cref="FormatException">It is empty or too long.</exception>
    public CommunicationUser(string id)
        : base(RawIds.Checked(id))
    {
    }

    /// <summary>The id.</summary>
    public string Id => RawId;

    /// <inheritdoc/>
    public bool Equals(CommunicationUser? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
