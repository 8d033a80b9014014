using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask.Client;

[Official("Microsoft.DurableTask.Client", "microsoft/durabletask-dotnet: src/Client/Core/StartOrchestrationOptionsExtensions.cs")]
public static class StartOrchestrationOptionsExtensions
{
    public static StartOrchestrationOptions WithDedupeStatuses(
        this StartOrchestrationOptions options, params OrchestrationRuntimeStatus[] dedupeStatuses) =>
        options with { DedupeStatuses = [.. dedupeStatuses.Select(status => status.ToString())] };
}
