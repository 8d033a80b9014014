using CallFlows.Protocol.Rest;

namespace CallFlows.CallAutomation.Gateway.Requests;

/// <summary>A request before it has an endpoint, a version and a signature.</summary>
/// <param name="Operation">Verb, path and success.</param>
/// <param name="Path">The path with its ids.</param>
/// <param name="Body">JSON, or null for none.</param>
internal sealed record WireRequest(CallAutomationOperation Operation, string Path, byte[]? Body)
{
    /// <summary>Which versions have what the body uses; null when all that have the operation do.</summary>
    public ApiAvailability? Needs { get; init; }
}
