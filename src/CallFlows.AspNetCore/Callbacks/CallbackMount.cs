namespace CallFlows.AspNetCore.Callbacks;

/// <summary>Under which prefix the endpoints are mapped. The last one mapped counts: earlier ones still take callbacks.</summary>
internal sealed class CallbackMount
{
    public string Prefix { get; set; } = CallFlowsPaths.DefaultPrefix;
}
