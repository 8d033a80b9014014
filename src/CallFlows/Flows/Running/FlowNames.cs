namespace CallFlows.Flows.Running;

/// <summary>A flow goes by the name of its class: it is what histories hold, so renaming the class is a change to them.</summary>
internal static class FlowNames
{
    public static string Of(Type flow) => flow.Name;
}
