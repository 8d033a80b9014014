using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask.Client;

[Official("Microsoft.DurableTask.Client", "microsoft/durabletask-dotnet: src/Client/Core/PurgeResult.cs")]
public class PurgeResult(int count)
{
    public int PurgedInstanceCount { get; } = count;
}
