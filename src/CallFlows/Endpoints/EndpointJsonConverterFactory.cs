using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallFlows.Endpoints;

/// <summary>Gives each kind of endpoint a converter of its own type, which the serialiser asks for.</summary>
internal sealed class EndpointJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeof(CallEndpoint).IsAssignableFrom(typeToConvert);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(EndpointJsonConverter<>).MakeGenericType(typeToConvert))!;
}
