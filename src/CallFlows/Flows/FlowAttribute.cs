namespace CallFlows.Flows;

/// <summary>
/// Gives a flow another name than its class, or a version. Several classes may be versions of one flow: new calls get the highest, a call
/// that is running stays on the version it was started with.
/// </summary>
/// <param name="name">The flow's name, as histories and queries show it; null for the name of the class.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class FlowAttribute(string? name = null) : Attribute
{
    /// <summary>The flow's name, 1 to 256 characters; null for the name of the class.</summary>
    public string? Name { get; } = name;

    /// <summary>Which version of the flow the class is, at least 1. Default 1.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Which callbacks the flow has use for, where leaving others out saves something. Default: what its calls' own state needs.</summary>
    public CallEventInterest Interest { get; init; }
}
