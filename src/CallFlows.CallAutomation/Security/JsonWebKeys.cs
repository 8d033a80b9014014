using System.Text.Json.Serialization;

namespace CallFlows.CallAutomation.Security;

internal sealed record JsonWebKeys([property: JsonPropertyName("keys")] IReadOnlyList<JsonWebKeyModel?>? Keys);

internal sealed record JsonWebKeyModel(
    [property: JsonPropertyName("kty")] string? KeyType,
    [property: JsonPropertyName("kid")] string? KeyId,
    [property: JsonPropertyName("use")] string? Use,
    [property: JsonPropertyName("n")] string? Modulus,
    [property: JsonPropertyName("e")] string? Exponent);
