using System.Reflection;

namespace CallFlows.Flows.Running;

/// <summary>
/// A flow goes by the name of its class unless <see cref="FlowAttribute"/> gives it another: it is what histories hold, so changing it is
/// a change to them.
/// </summary>
internal static class FlowNames
{
    public static string Of(Type flow) => flow.GetCustomAttribute<FlowAttribute>()?.Name ?? flow.Name;

    public static int VersionOf(Type flow) => flow.GetCustomAttribute<FlowAttribute>()?.Version ?? 1;

    public static CallEventInterest InterestOf(Type flow) => flow.GetCustomAttribute<FlowAttribute>()?.Interest ?? CallEventInterest.Default;
}
