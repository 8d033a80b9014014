using System.Text.Json.Nodes;

namespace CallFlows.CallAutomation.Tests.Support;

/// <summary>What a gateway sent.</summary>
internal sealed record SentRequest(string Method, Uri Uri, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    public JsonNode? Json => Body is null ? null : JsonNode.Parse(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
