using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask.Client;

[Official("Microsoft.DurableTask.Client", "microsoft/durabletask-dotnet: src/Client/Core/OrchestrationRuntimeStatus.cs")]
public enum OrchestrationRuntimeStatus
{
    Running,
    Completed,
    ContinuedAsNew,
    Failed,
    Canceled,
    Terminated,
    Pending,
    Suspended,
}
