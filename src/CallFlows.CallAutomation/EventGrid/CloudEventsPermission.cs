namespace CallFlows.CallAutomation.EventGrid;

/// <summary>Headers of the answer to a CloudEvents handshake.</summary>
/// <param name="AllowedOrigin">Value of <c>WebHook-Allowed-Origin</c>.</param>
/// <param name="AllowedRate">Value of <c>WebHook-Allowed-Rate</c>, requests a minute or <c>*</c>; null to leave it out.</param>
public sealed record CloudEventsPermission(string AllowedOrigin, string? AllowedRate);
