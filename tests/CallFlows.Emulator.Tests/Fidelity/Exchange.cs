using System.Text.Json;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>A REST request and its answer, recorded or made here.</summary>
internal sealed record Exchange(
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> RequestHeaders,
    JsonElement? RequestBody,
    int Status,
    IReadOnlyDictionary<string, string> ResponseHeaders,
    JsonElement? ResponseBody)
{
    /// <summary>From a line of a recorded file.</summary>
    public static Exchange Of(JsonElement line) => new(
        line.GetProperty("method").GetString()!,
        line.GetProperty("path").GetString()!,
        Headers(line.GetProperty("requestHeaders")),
        Body(line.GetProperty("requestBody")),
        line.GetProperty("status").GetInt32(),
        Headers(line.GetProperty("responseHeaders")),
        Body(line.GetProperty("responseBody")));

    private static JsonElement? Body(JsonElement value) => value.ValueKind == JsonValueKind.Null ? null : value;

    private static Dictionary<string, string> Headers(JsonElement headers) => headers.EnumerateObject()
        .ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
}
