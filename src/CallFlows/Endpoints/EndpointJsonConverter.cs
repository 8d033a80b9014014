using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallFlows.Endpoints;

/// <summary>An endpoint is stored as its raw id.</summary>
/// <typeparam name="T">The kind of endpoint that is asked for.</typeparam>
internal sealed class EndpointJsonConverter<T> : JsonConverter<T>
    where T : CallEndpoint
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String || !CallEndpoint.TryParse(reader.GetString(), out CallEndpoint? endpoint))
        {
            throw new JsonException("An endpoint must be a string such as \"+14255550123\" or \"8:acs:…\".");
        }

        return endpoint as T ?? throw new JsonException($"The endpoint is a {endpoint.GetType().Name}, not a {typeof(T).Name}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.RawId);
}
