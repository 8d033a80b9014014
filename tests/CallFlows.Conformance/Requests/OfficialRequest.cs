using System.Text.Json;

namespace CallFlows.Conformance.Requests;

/// <summary>A request that the official client would send, or why it didn't.</summary>
internal sealed record OfficialRequest(string? Method, Uri? Url, Dictionary<string, string>? Headers, JsonElement? Body, string? Problem)
{
    public IReadOnlyDictionary<string, string> Shape()
    {
        Problem.Should().BeNull();
        return RequestShape.Of(Method!, Url!, new Dictionary<string, string>(Headers!, StringComparer.OrdinalIgnoreCase), Body);
    }
}
