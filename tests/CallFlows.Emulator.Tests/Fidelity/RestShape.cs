using System.Text.Json;
using System.Text.RegularExpressions;

namespace CallFlows.Emulator.Tests.Fidelity;

/// <summary>What can be told of REST exchanges without ids, times and texts; a few lines for each.</summary>
internal sealed partial class RestShape
{
    // The recorder kept no more of these, or they tell of the server rather than of the protocol.
    private static readonly HashSet<string> OfTheServer =
        new(["Date", "Server", "Transfer-Encoding", "Content-Length", "Content-Type"], StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, string> _correlations = new(StringComparer.Ordinal);

    public static IReadOnlyList<string> Of(IEnumerable<Exchange> exchanges)
    {
        RestShape shape = new();
        return exchanges.SelectMany(shape.Lines).ToArray();
    }

    private IEnumerable<string> Lines(Exchange exchange)
    {
        Learn(exchange);
        yield return $"{exchange.Method} {Template(exchange.Path)} -> {exchange.Status}";
        yield return $"  request: {Repeatability(exchange)}{Body(exchange.RequestBody)}";
        yield return $"  headers: {string.Join(", ", exchange.ResponseHeaders.Keys.Where(name => !OfTheServer.Contains(name)).Order(StringComparer.OrdinalIgnoreCase))}";
        yield return $"  chain: {Chain(exchange)}, request id: {Echo(exchange)}";
        yield return $"  answer: {Kind(exchange)}{Body(exchange.ResponseBody)}";
    }

    private void Learn(Exchange exchange)
    {
        if (exchange.ResponseBody is { ValueKind: JsonValueKind.Object } body
            && body.TryGetProperty("callConnectionId", out JsonElement id)
            && body.TryGetProperty("correlationId", out JsonElement correlation))
            _correlations[id.GetString()!] = correlation.GetString()!;
    }

    private string Chain(Exchange exchange)
    {
        string chain = exchange.ResponseHeaders["X-Microsoft-Skype-Chain-ID"];
        string? known = ConnectionOf(exchange) is { } connection
            ? _correlations.GetValueOrDefault(connection)
            : _correlations.Values.FirstOrDefault(correlation => correlation == chain);
        if (known == chain)
            return "the call's";
        return Guid.TryParse(chain, out _) && !_correlations.ContainsValue(chain) ? "fresh" : "of another call";
    }

    private static string? ConnectionOf(Exchange exchange)
    {
        if (ConnectionId().Match(exchange.Path) is { Success: true } match)
            return match.Groups[1].Value;
        return exchange.ResponseBody is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("callConnectionId", out JsonElement id)
            ? id.GetString()
            : null;
    }

    private static string Echo(Exchange exchange) =>
        exchange.ResponseHeaders.GetValueOrDefault("x-ms-client-request-id") == exchange.RequestHeaders["x-ms-client-request-id"]
            ? "echoed"
            : "not echoed";

    private static string Repeatability(Exchange exchange) =>
        exchange.RequestHeaders.ContainsKey("Repeatability-Request-ID") ? "repeatable " : "";

    private static string Kind(Exchange exchange)
    {
        if (exchange.ResponseHeaders.TryGetValue("Content-Type", out string? type))
            return type + " ";
        return exchange.ResponseHeaders.TryGetValue("Content-Length", out string? length) ? $"length {length} " : "";
    }

    private static string Body(JsonElement? body) => body is { } json ? Shape.Of(json) : "nothing";

    private static string Template(string path) =>
        RecordingId().Replace(
            ParticipantId().Replace(ConnectionId().Replace(path.Split('?')[0], "callConnections/{id}"), "/participants/{rawId}"), "recordings/{id}");

    [GeneratedRegex("(?<=/calling/)callConnections/([^/:?]+)")]
    private static partial Regex ConnectionId();

    [GeneratedRegex("(?<=/calling/)recordings/[^/:]+")]
    private static partial Regex RecordingId();

    [GeneratedRegex("/participants/[^/:]+")]
    private static partial Regex ParticipantId();
}
