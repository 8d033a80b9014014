using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CallFlows.Endpoints;
using CallFlows.Flows;

namespace CallFlows.AspNetCore.Management;

/// <summary>
/// Copies JSON with every phone number in it masked, in texts and in names of properties. What answers a call, and the query of an address, which
/// may hold a signature, are left out for everybody.
/// </summary>
internal static class MaskedJson
{
    /// <summary>Payloads are as deep as readers take by default; what they are shown in adds to that.</summary>
    public static readonly JsonDocumentOptions ReadOptions = new() { MaxDepth = 256 };

    private const string Mask = "•••";

    private static readonly string Secret = JsonNamingPolicy.CamelCase.ConvertName(nameof(IncomingCallNotification.IncomingCallContext));

    private static readonly JsonWriterOptions WriteOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> From(ReadOnlyMemory<byte> json, bool showNumbers = false)
    {
        using JsonDocument document = JsonDocument.Parse(json, ReadOptions);
        ArrayBufferWriter<byte> buffer = new(json.Length);
        using (Utf8JsonWriter writer = new(buffer, WriteOptions))
        {
            Copy(document.RootElement, writer, showNumbers);
        }

        return buffer.WrittenMemory;
    }

    private static void Copy(JsonElement element, Utf8JsonWriter writer, bool showNumbers)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    writer.WritePropertyName(Shown(property.Name, showNumbers));
                    if (property.NameEquals(Secret))
                    {
                        writer.WriteStringValue(Mask);
                    }
                    else
                    {
                        Copy(property.Value, writer, showNumbers);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Copy(item, writer, showNumbers);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Shown(WithoutQuery(element.GetString()!), showNumbers));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    private static string Shown(string text, bool showNumbers) => showNumbers ? text : PhoneNumber.MaskIn(text);

    private static string WithoutQuery(string text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && text.IndexOf('?', StringComparison.Ordinal) is > 0 and var query
        && Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
            ? $"{text[..(query + 1)]}{Mask}"
            : text;
}
