using CallFlows.Durable;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Tests.Store;

/// <summary>Records of instances, for tests that commit by themselves.</summary>
internal static class Records
{
    /// <summary>An instance of "flow" after its first turn.</summary>
    public static InstanceRecord Running(IOrchestrationStore store, string id, DateTimeOffset now) => new()
    {
        Number = store.NextNumber(),
        InstanceId = id,
        Name = "flow",
        Version = 1,
        Generation = 1,
        Turn = 1,
        Status = OrchestrationStatus.Running,
        CreatedAt = now,
        LastUpdatedAt = now,
    };
}
