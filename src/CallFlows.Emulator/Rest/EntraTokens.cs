using System.Buffers.Text;
using System.Text.Json;
using CallFlows.Protocol;

namespace CallFlows.Emulator.Rest;

/// <summary>
/// Looks whether a token has the shape of one that Entra ID issues for communication resources. It doesn't check the signature: whoever
/// develops has no tenant at hand, and the emulator protects nothing.
/// </summary>
internal static class EntraTokens
{
    private const string Audience = "https://communication.azure.com";
    private const int MaxLength = 16_384;

    // As much as clocks may differ.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private static readonly JsonDocumentOptions Json = new() { MaxDepth = 16 };

    /// <summary>What is wrong with a token, without any part of it; null when nothing is.</summary>
    public static string? Complaint(string token, DateTimeOffset now)
    {
        if (token.Length > MaxLength)
            return $"The token is longer than {MaxLength} characters.";
        string[] parts = token.Split('.');
        if (parts.Length != 3 || parts.Any(part => part.Length == 0))
            return "The token is not a signed JWT, which has three parts with dots between them.";
        using JsonDocument? header = Read(parts[0]);
        using JsonDocument? claims = Read(parts[1]);
        if (header is null || claims is null || !Base64Url.IsValid(parts[2]))
            return "The token is not a JWT: a part of it is not base64url, or not a JSON object.";
        if (!IsForCommunication(claims.RootElement))
            return $"The token's audience ('aud') is not {Audience}. Ask for the scope {Audience}/.default.";
        if (Time(claims.RootElement, "exp") is not { } expires)
            return "The token doesn't say when it expires ('exp', in seconds since 1970).";
        if (expires <= now.ToUnixTimeSeconds())
            return $"The token has expired ('exp'): the emulator's clock is at {now:u}.";
        if (claims.RootElement.TryGetProperty("nbf", out _) && !(Time(claims.RootElement, "nbf") <= (now + Skew).ToUnixTimeSeconds()))
            return $"The token is not valid yet ('nbf'): the emulator's clock is at {now:u}.";
        return null;
    }

    private static JsonDocument? Read(string part)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Json);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document;
            document.Dispose();
            return null;
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            return null;
        }
    }

    private static bool IsForCommunication(JsonElement claims)
    {
        if (!claims.TryGetProperty("aud", out JsonElement audience))
            return false;
        return audience.ValueKind == JsonValueKind.Array ? audience.EnumerateArray().Any(IsAudience) : IsAudience(audience);
    }

    // Clients ask for a scope with one slash or with two, and the audience may keep one.
    private static bool IsAudience(JsonElement value) =>
        string.Equals(ProtocolJson.TextOf(value)?.TrimEnd('/'), Audience, StringComparison.OrdinalIgnoreCase);

    private static double? Time(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out double seconds)
            ? seconds
            : null;
}
