using System.Reflection;
using CallFlows.Protocol.EventGrid;

namespace CallFlows.Conformance.Scenarios;

internal static class EventTypes
{
    /// <summary>Every type that the protocol knows from Event Grid.</summary>
    public static IReadOnlyList<string> EventGrid { get; } = [.. typeof(EventGridEventTypes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal)];
}
