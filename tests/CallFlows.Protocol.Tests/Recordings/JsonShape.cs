using System.Text;
using System.Text.Json;

namespace CallFlows.Protocol.Tests.Recordings;

/// <summary>JSON as one text that is equal exactly when nothing differs: properties, their order, null or absent, numbers as written, strings.</summary>
internal static class JsonShape
{
    public static string Of(ReadOnlySpan<byte> utf8)
    {
        Utf8JsonReader reader = new(utf8);
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return Of(document.RootElement);
    }

    public static string Of(JsonElement element, bool ordered = true)
    {
        StringBuilder text = new();
        Append(text, element, ordered);
        return text.ToString();
    }

    private static void Append(StringBuilder text, JsonElement element, bool ordered)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                IEnumerable<JsonProperty> properties = element.EnumerateObject();
                text.Append('{');
                foreach (JsonProperty property in ordered ? properties : properties.OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    text.Append('"').Append(property.Name).Append("\":");
                    Append(text, property.Value, ordered);
                    text.Append(',');
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Append(text, item, ordered);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                text.Append('"').Append(element.GetString()).Append('"');
                break;
            default:
                text.Append(element.GetRawText());
                break;
        }
    }
}
