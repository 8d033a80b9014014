using System.Text.Json.Serialization;

namespace CallFlows.Endpoints;

/// <summary>An identity of a kind this version doesn't know. It can be compared, shown and handed back to the service.</summary>
[JsonConverter(typeof(EndpointJsonConverterFactory))]
public sealed record UnknownEndpoint : CallEndpoint
{
    /// <summary>Keeps a raw id as it is.</summary>
    /// <exception cref="FormatException">It is empty or too long.</exception>
    public UnknownEndpoint(string rawId)
        : base(RawIds.Checked(rawId))
    {
    }

    /// <inheritdoc/>
    public bool Equals(UnknownEndpoint? other) => base.Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => base.GetHashCode();
}
