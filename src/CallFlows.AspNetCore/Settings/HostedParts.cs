namespace CallFlows.AspNetCore.Settings;

/// <summary>Which parts this room brings, and which the application had registered before.</summary>
/// <param name="OwnGateway">Whether the gateway is made from the settings here.</param>
internal sealed record HostedParts(bool OwnGateway);
