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
    public static T Read<T>(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(utf8, Options) ?? throw new JsonException($"Expected {typeof(T).Name}, found null.");
        }
        catch (InvalidOperationException problem)
        {
            throw NoText(problem);
        }
    }

    /// <summary>Reads a model from a JSON element.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <param name="element">The element.</param>
    /// <returns>The model.</returns>
    /// <exception cref="JsonException">The element is <c>null</c>, or a property has the wrong type.</exception>
    public static T Read<T>(JsonElement element) =>
        (T)(Read(element, typeof(T)) ?? throw new JsonException($"Expected {typeof(T).Name}, found null."));

    /// <summary>Reads a model of a type that is known only now.</summary>
    /// <param name="element">The element.</param>
    /// <param name="type">The model's type.</param>
    /// <returns>The model; null when the element is <c>null</c>.</returns>
    /// <exception cref="JsonException">A property has the wrong type.</exception>
    public static object? Read(JsonElement element, Type type)
    {
        try
        {
            return element.Deserialize(type, Options);
        }
        catch (InvalidOperationException problem)
        {
            throw NoText(problem);
        }
    }

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
            return null;
        }
    }

    // JSON can write half of a surrogate pair, which is no text; the library takes reading it for a mistake of ours.
    private static JsonException NoText(InvalidOperationException problem) => new("A string is no text: it has half of a surrogate pair.", problem);

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
