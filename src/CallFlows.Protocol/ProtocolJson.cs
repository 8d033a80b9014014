using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallFlows.Protocol;

/// <summary>The one way JSON of the service is written and read.</summary>
public static class ProtocolJson
{
    /// <summary>Camel case names, null means absent, at most 32 levels deep; frozen.</summary>
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>Writes a model as UTF-8 JSON.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="value">What to write.</param>
    /// <returns>The bytes of the JSON text.</returns>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <summary>Writes a model as a JSON element.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="value">What to write.</param>
    /// <returns>An element that owns its memory.</returns>
    public static JsonElement ToElement<T>(T value) => JsonSerializer.SerializeToElement(value, Options);

    /// <summary>Reads a model from UTF-8 JSON.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="utf8">The bytes of the JSON text.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The text isn't JSON, is <c>null</c>, or a property has the wrong type.</exception>
    public static T Read<T>(ReadOnlySpan<byte> utf8) =>
        JsonSerializer.Deserialize<T>(utf8, Options) ?? throw new JsonException($"Expected {typeof(T).Name}, found null.");

    /// <summary>Reads a model from a JSON element.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="element">The element.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The element is <c>null</c>, or a property has the wrong type.</exception>
    public static T Read<T>(JsonElement element) =>
        element.Deserialize<T>(Options) ?? throw new JsonException($"Expected {typeof(T).Name}, found null.");

    /// <summary>Reads a string.</summary>
    /// <param name="element">The element.</param>
    /// <returns>Its text; null when it isn't a string, or one that is no text.</returns>
    public static string? TextOf(JsonElement element)
    {
        try
        {
            return element.ValueKind is JsonValueKind.String ? element.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // JSON can write half of a surrogate pair, which is no text.
            return null;
        }
    }

    private static JsonSerializerOptions CreateOptions()
    {
        JsonSerializerOptions options = new(JsonSerializerDefaults.General)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            MaxDepth = 32,
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
