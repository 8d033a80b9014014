using System.Buffers;
using System.Text.Json;
using CallFlows.Durable;

namespace CallFlows.Engine.Redaction;

/// <summary>
/// Masks what the flow itself decided. Its code has made that from masked values; what is left are the texts of the code and values of its settings, in
/// which only phone numbers, users, and what follows an address are masked.
/// </summary>
internal sealed class DecisionMask(Pseudonyms names)
{
    public Payload Mask(Payload payload)
    {
        using JsonDocument document = JsonDocument.Parse(payload.Utf8, PayloadMask.ReadOptions);
        ArrayBufferWriter<byte> buffer = new(payload.Utf8.Length);
        using (Utf8JsonWriter writer = new(buffer, PayloadMask.WriteOptions))
        {
            Write(writer, document.RootElement);
        }

        return new Payload(buffer.WrittenMemory);
    }

    public string? Mask(string? text) => text is null ? null : names.Within(WithoutQuery(text));

    public FailureDetails? Mask(FailureDetails? failure) =>
        failure is null ? null : new FailureDetails(failure.ErrorType, names.Within(failure.Message), Inner: Mask(failure.Inner));

    private void Write(Utf8JsonWriter writer, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (JsonProperty member in element.EnumerateObject())
                {
                    writer.WritePropertyName(names.Within(member.Name));
                    if (member.NameEquals(PayloadMask.Secret))
                    {
                        writer.WriteStringValue(PayloadMask.Removed);
                    }
                    else
                    {
                        Write(writer, member.Value);
                    }
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            case JsonValueKind.String:
                writer.WriteStringValue(Mask(element.GetString()));
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    /// <summary>What follows an address may be a signature.</summary>
    private static string WithoutQuery(string text) =>
        text.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && text.IndexOf('?', StringComparison.Ordinal) is > 0 and var query
        && Uri.IsWellFormedUriString(text, UriKind.Absolute)
            ? $"{text[..(query + 1)]}{PayloadMask.Removed}"
            : text;
}
