using System.Buffers.Text;
using System.Text.Json;

namespace CallFlows.CallAutomation.Security;

/// <summary>The two header fields of a JWT that must be known before anything else is done with it.</summary>
internal sealed record TokenHeader(string? Algorithm, string? KeyId)
{
    private const int MaxDepth = 4;

    public static TokenHeader? Read(ReadOnlySpan<char> encoded)
    {
        if (encoded.IsEmpty || !Base64Url.IsValid(encoded))
            return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(Base64Url.DecodeFromChars(encoded), new JsonDocumentOptions { MaxDepth = MaxDepth });
            return document.RootElement.ValueKind is JsonValueKind.Object
                ? new(Text(document.RootElement, "alg"), Text(document.RootElement, "kid"))
                : null;
        }
        catch (JsonException)
        {
            // Not a header; the caller refuses the token as malformed.
            return null;
        }
    }

    private static string? Text(JsonElement header, string name) =>
        header.TryGetProperty(name, out JsonElement value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
