using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallFlows.Protocol;

/// <summary>A JSON object of the service. A null property is absent on the wire; what isn't known is kept.</summary>
public abstract record WireModel
{
    /// <summary>Properties this library doesn't know, as they were read; null when there were none. Written after the known ones.</summary>
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? AdditionalProperties { get; init; }

    /// <summary>The name of the type and nothing of its content, because bodies carry secrets and telephone numbers.</summary>
    /// <returns>The name of the type.</returns>
    public sealed override string ToString() => GetType().Name;
}
