using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace CallFlows.Endpoints;

/// <summary>
/// Someone who can be in a call: a phone number, a Communication Services user, a Teams identity. Two endpoints are equal when
/// their raw ids are. <see cref="object.ToString"/> masks what identifies a person, so it is safe to log.
/// </summary>
[JsonConverter(typeof(EndpointJsonConverterFactory))]
public abstract record CallEndpoint
{
    /// <summary>Longest raw id that is accepted, in characters.</summary>
    public const int MaxRawIdLength = 512;

    private protected CallEndpoint(string rawId) => RawId = rawId;

    /// <summary>The identifier in the service's own notation, such as <c>4:+14255550123</c> or <c>8:acs:…</c>.</summary>
    public string RawId { get; }

    /// <summary>A phone number.</summary>
    /// <param name="number">In E.164: a plus sign and up to 15 digits.</param>
    /// <exception cref="FormatException">It is not E.164.</exception>
    public static PhoneNumber Phone(string number) => new(number);

    /// <summary>A Communication Services user.</summary>
    /// <param name="id">Its id, <c>8:acs:…</c>.</param>
    /// <exception cref="FormatException">It is empty or too long.</exception>
    public static CommunicationUser User(string id) => new(id);

    /// <summary>A Teams user, by its Entra object id.</summary>
    /// <param name="userId">The Entra object id.</param>
    /// <param name="cloud">The cloud the user lives in.</param>
    public static TeamsUser TeamsUser(string userId, TeamsCloud cloud = TeamsCloud.Public) => new(userId, cloud);

    /// <summary>A Teams application, such as a call queue, by its object id.</summary>
    /// <param name="appId">The Entra application's object id.</param>
    /// <param name="cloud">The cloud it lives in.</param>
    /// <exception cref="FormatException">The id is empty or too long.</exception>
    public static TeamsApp TeamsApp(string appId, TeamsCloud cloud = TeamsCloud.Public) => new(appId, cloud);

    /// <summary>
    /// Reads a phone number in E.164 or any raw id of the service. What has none of the known shapes becomes an
    /// <see cref="UnknownEndpoint"/>.
    /// </summary>
    /// <exception cref="FormatException">It is empty or longer than <see cref="MaxRawIdLength"/>.</exception>
    public static CallEndpoint Parse(string text) =>
        TryParse(text, out CallEndpoint? endpoint)
            ? endpoint
            : throw new FormatException($"An endpoint is 1 to {MaxRawIdLength} characters, such as +14255550123 or 8:acs:…");

    /// <summary>Reads a phone number in E.164 or any raw id; false when it is empty or too long.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out CallEndpoint? endpoint)
    {
        endpoint = string.IsNullOrWhiteSpace(text) || text.Length > MaxRawIdLength ? null : RawIds.Read(text);
        return endpoint is not null;
    }

    /// <summary>A form for logs and screens that doesn't give the person away.</summary>
    public sealed override string ToString() => Masked();

    /// <summary>Equal when the raw ids are.</summary>
    public virtual bool Equals(CallEndpoint? other) => other is not null && string.Equals(RawId, other.RawId, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => RawId.GetHashCode(StringComparison.Ordinal);

    /// <summary>Keeps what tells the kind, and at most half of what tells the person.</summary>
    private protected virtual string Masked()
    {
        int person = RawId.LastIndexOf(':') + 1;
        int shown = Math.Min(4, (RawId.Length - person) / 2);
        return $"{RawId[..person]}…{RawId[^shown..]}";
    }
}
