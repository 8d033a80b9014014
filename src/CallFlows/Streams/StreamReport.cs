using CallFlows.Events;

namespace CallFlows.Streams;

/// <summary>How a change of a stream ended.</summary>
/// <param name="IsConfirmed">Whether the service reported it; false when it took it on, and its event never came.</param>
/// <param name="StatusDetails">The service's word on it, such as <c>subscriptionStarted</c>.</param>
/// <param name="Result">How the service rates it.</param>
public sealed record StreamReport(bool IsConfirmed, string? StatusDetails = null, ResultInformation? Result = null);
