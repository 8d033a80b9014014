namespace CallFlows.AspNetCore.Callbacks;

/// <summary>Under which prefix the endpoints are mapped. The last one mapped counts: earlier ones still take callbacks.</summary>
internal sealed class CallbackMount
{
    public string Prefix { get; private set; } = CallFlowsPaths.DefaultPrefix;

    /// <summary>Whether the endpoints are mapped at all: a host may bring requests to them in its own way.</summary>
    public bool IsMapped { get; private set; }

    public void MapAt(string prefix)
    {
        Prefix = prefix;
        IsMapped = true;
    }
}
