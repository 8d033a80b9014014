using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask;

[Official("Microsoft.DurableTask.Abstractions", "microsoft/durabletask-dotnet: src/Abstractions/TaskName.cs")]
public readonly struct TaskName(string name)
{
    public string Name { get; } = name;

    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new TaskName(value);
}
