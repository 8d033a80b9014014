#nullable disable

using CallFlows.Protocol;

namespace Azure.Communication.CallAutomation;

/// <summary>Stands for the body of a request that has none.</summary>
internal sealed record NoBody : WireModel
{
    public static NoBody Instance { get; } = new();
}
