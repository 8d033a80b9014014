using System.Text.Json.Serialization;

namespace CallFlows.CallAutomation.Security;

internal sealed record OpenIdMetadata(
    [property: JsonPropertyName("issuer")] string? Issuer,
    [property: JsonPropertyName("jwks_uri")] string? JwksUri);
