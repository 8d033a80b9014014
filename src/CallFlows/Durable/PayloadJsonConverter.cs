using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallFlows.Durable;

/// <summary>Writes a <see cref="Payload"/> as the JSON value it holds, not as an encoded string.</summary>
internal sealed class PayloadJsonConverter : JsonConverter<Payload>
{
    public override bool HandleNull => true;

    public override Payload Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Null)
        {
            return Payload.Null;
        }

        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            document.RootElement.WriteTo(writer);
        }

        return new Payload(buffer.WrittenMemory);
    }

    public override void Write(Utf8JsonWriter writer, Payload value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Utf8.Span, skipInputValidation: true);
}
