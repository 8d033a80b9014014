using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.DurableTask.Client;

[Official("Microsoft.DurableTask.Client", "microsoft/durabletask-dotnet: src/Client/Core/TerminateInstanceOptions.cs")]
public record TerminateInstanceOptions(object? Output = null, bool Recursive = false);
