using System.Text.Json;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>
/// JSON without its texts and numbers: names in their order, kinds of values, the distinct shapes in an array. Booleans,
/// nulls and words of the protocol's own vocabulary stay.
/// </summary>
internal static class Shape
{
    private static readonly HashSet<string> Vocabulary = new(StringComparer.Ordinal)
    {
        "callConnectionState", "state", "kind", "specversion", "datacontenttype", "version", "type", "publicEventType",
        "recognizeInputType", "recordingState", "recordingKind",
    };

    public static string Of(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(", ", element.EnumerateObject().Select(Property)) + "}",
        JsonValueKind.Array => "[" + string.Join(" | ", element.EnumerateArray().Select(Of).Distinct().Order(StringComparer.Ordinal)) + "]",
        JsonValueKind.String => "text",
        JsonValueKind.Number => "number",
        _ => element.GetRawText(),
    };

    private static string Property(JsonProperty property) =>
        property.Value.ValueKind == JsonValueKind.String && Vocabulary.Contains(property.Name)
            ? $"{property.Name}={property.Value.GetString()}"
            : $"{property.Name}:{Of(property.Value)}";
}
