using System.Text.Json;
using System.Text.Json.Serialization;

namespace CallFlows.Benchmarks.Processes;

/// <summary>How processes of a benchmark write to each other.</summary>
internal static class LineJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
}
