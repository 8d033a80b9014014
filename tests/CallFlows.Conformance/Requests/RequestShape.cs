using System.Globalization;
using System.Text.Json;

namespace CallFlows.Conformance.Requests;

/// <summary>
/// A request as one value for each of its parts: host, verb, path, query, headers that mean something, and every leaf of the body. The order of
/// properties is no part of it. Of a repeatability id and its time only the form counts: they are different in every request.
/// </summary>
internal static class RequestShape
{
    private static readonly string[] Headers = ["accept", "content-type", "range", "repeatability-first-sent", "repeatability-request-id", "x-ms-host"];

    public static IReadOnlyDictionary<string, string> Of(string method, Uri uri, IReadOnlyDictionary<string, string> headers, JsonElement? body)
    {
        Dictionary<string, string> parts = new() { ["host"] = uri.Authority, ["method"] = method, ["path"] = uri.AbsolutePath };
        foreach (string parameter in uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = parameter.Split('=', 2);
            parts.Add($"query.{pair[0]}", pair[1]);
        }

        foreach (string header in Headers)
        {
            if (headers.TryGetValue(header, out string? value))
                parts.Add($"header.{header}", Form(header, value));
        }

        if (body is { } element)
            Add(parts, "body", element);
        return parts;
    }

    private static string Form(string header, string value) => header switch
    {
        "repeatability-request-id" when Guid.TryParseExact(value, "D", out _) => "a GUID",
        "repeatability-first-sent" when DateTimeOffset.TryParseExact(value, "r", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "a date",
        _ => value,
    };

    private static void Add(Dictionary<string, string> parts, string path, JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Object && element.EnumerateObject().Any())
        {
            foreach (JsonProperty property in element.EnumerateObject())
                Add(parts, $"{path}.{property.Name}", property.Value);
        }
        else if (element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0)
        {
            int index = 0;
            foreach (JsonElement item in element.EnumerateArray())
                Add(parts, $"{path}[{index++}]", item);
        }
        else
        {
            parts.Add(path, element.ValueKind == JsonValueKind.String ? $"\"{element.GetString()}\"" : element.GetRawText());
        }
    }
}
