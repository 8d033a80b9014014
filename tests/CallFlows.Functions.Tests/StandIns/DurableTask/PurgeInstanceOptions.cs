using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask.Client;

[Official("Microsoft.DurableTask.Client", "microsoft/durabletask-dotnet: src/Client/Core/PurgeInstanceOptions.cs")]
public record PurgeInstanceOptions(bool Recursive = false);
