using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CallFlows.Endpoints;

namespace CallFlows.AspNetCore.Management;

/// <summary>Copies JSON with every phone number in it masked, in texts and in names of properties.</summary>
internal static class MaskedJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> From(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        ArrayBufferWriter<byte> buffer = new(json.Length);
        using (Utf8JsonWriter writer = new(buffer, Options))
        {
            Copy(document.RootElement, writer);
        }

        return buffer.WrittenMemory;
    }

    private static void Copy(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    writer.WritePropertyName(PhoneNumber.MaskIn(property.Name));
                    Copy(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Copy(item, writer);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(PhoneNumber.MaskIn(element.GetString()!));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
