using System.Text.Json;
using System.Text.Json.Serialization;
using CallFlows.Protocol.Identifiers;

namespace CallFlows.Protocol.EventGrid;

/// <summary>Writes identifiers as the IncomingCall event does: kind before raw id, unlike the rest of the service.</summary>
internal sealed class KindFirstIdentifierConverter : JsonConverter<CommunicationIdentifierModel>
{
    public override CommunicationIdentifierModel? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<CommunicationIdentifierModel>(ref reader, options);
        }
        catch (JsonException problem)
        {
            // Without a path of its own the exception gets the whole path from the serialiser.
            throw new JsonException(null, problem);
        }
    }

    public override void Write(Utf8JsonWriter writer, CommunicationIdentifierModel value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.Kind is not null)
            writer.WriteString("kind", value.Kind);
        if (value.RawId is not null)
            writer.WriteString("rawId", value.RawId);

        JsonElement rest = JsonSerializer.SerializeToElement(value with { Kind = null, RawId = null }, options);
        foreach (JsonProperty property in rest.EnumerateObject())
            property.WriteTo(writer);
        writer.WriteEndObject();
    }
}
