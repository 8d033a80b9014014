using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask;

[Official("Microsoft.DurableTask.Abstractions", "microsoft/durabletask-dotnet: src/Abstractions/TaskVersion.cs")]
public readonly struct TaskVersion(string? version)
{
    public string Version { get; } = version ?? "";
}
