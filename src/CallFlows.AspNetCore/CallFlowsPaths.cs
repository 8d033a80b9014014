namespace CallFlows.AspNetCore;

/// <summary>Where the endpoints are, under their prefix.</summary>
internal static class CallFlowsPaths
{
    public const string DefaultPrefix = "/callflows";
    public const string Callbacks = "/callbacks";
    public const string Events = "/events";
    public const string Flows = "/flows";
    public const string Health = "/health";
    public const string Instances = "/instances";
    public const string Purge = "/purge";
}
