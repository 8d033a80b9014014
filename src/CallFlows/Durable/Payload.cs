using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallFlows.Durable;

/// <summary>
/// One serialised value as it crosses the port to a durable engine: UTF-8 JSON, never re-encoded on its way to the store.
/// The default value is the JSON literal <c>null</c>.
/// </summary>
[JsonConverter(typeof(PayloadJsonConverter))]
public readonly struct Payload : IEquatable<Payload>
{
    private static readonly byte[] NullLiteral = "null"u8.ToArray();

    private readonly ReadOnlyMemory<byte> _utf8;

    /// <summary>Wraps UTF-8 JSON without copying or checking it. The caller must not change the bytes afterwards.</summary>
    /// <param name="utf8Json">One complete JSON value.</param>
    public Payload(ReadOnlyMemory<byte> utf8Json) => _utf8 = utf8Json;

    /// <summary>The JSON literal <c>null</c>.</summary>
    public static Payload Null => default;

    /// <summary>The bytes of the JSON value.</summary>
    public ReadOnlyMemory<byte> Utf8 => _utf8.IsEmpty ? NullLiteral : _utf8;

    /// <summary>Whether the value is the JSON literal <c>null</c>.</summary>
    public bool IsNull => _utf8.IsEmpty || _utf8.Span.SequenceEqual(NullLiteral);

    /// <summary>Serialises a value with <see cref="DurableJson.Options"/>.</summary>
    /// <exception cref="NotSupportedException">The type can't be written as JSON.</exception>
    public static Payload From<T>(T value) =>
        value is null ? default : new Payload(JsonSerializer.SerializeToUtf8Bytes(value, DurableJson.Options));

    /// <summary>Serialises a value as its run-time type, with <see cref="DurableJson.Options"/>.</summary>
    /// <exception cref="NotSupportedException">The type can't be written as JSON.</exception>
    public static Payload FromObject(object? value) =>
        value is null ? default : new Payload(JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), DurableJson.Options));

    /// <summary>Wraps JSON text after checking that it is one well-formed value.</summary>
    /// <exception cref="JsonException">The text is not well-formed JSON.</exception>
    public static Payload Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using JsonDocument document = JsonDocument.Parse(json);
        return new Payload(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Deserialises the value with <see cref="DurableJson.Options"/>.</summary>
    /// <exception cref="JsonException">The JSON doesn't fit the type.</exception>
    public T? To<T>() => _utf8.IsEmpty ? default : JsonSerializer.Deserialize<T>(_utf8.Span, DurableJson.Options);

    /// <summary>Deserialises the value with <see cref="DurableJson.Options"/>.</summary>
    /// <exception cref="JsonException">The JSON doesn't fit the type.</exception>
    public object? To(Type type) => _utf8.IsEmpty ? null : JsonSerializer.Deserialize(_utf8.Span, type, DurableJson.Options);

    /// <inheritdoc/>
    public bool Equals(Payload other) => Utf8.Span.SequenceEqual(other.Utf8.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Payload other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.AddBytes(Utf8.Span);
        return hash.ToHashCode();
    }

    /// <summary>The JSON text.</summary>
    public override string ToString() => Encoding.UTF8.GetString(Utf8.Span);

    /// <summary>Whether two payloads hold the same bytes.</summary>
    public static bool operator ==(Payload left, Payload right) => left.Equals(right);

    /// <summary>Whether two payloads hold different bytes.</summary>
    public static bool operator !=(Payload left, Payload right) => !left.Equals(right);
}
