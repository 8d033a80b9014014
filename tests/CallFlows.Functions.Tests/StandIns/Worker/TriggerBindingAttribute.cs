using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[Official("Microsoft.Azure.Functions.Worker.Extensions.Abstractions", "Azure/azure-functions-dotnet-worker: extensions/Worker.Extensions.Abstractions/src/TriggerBindingAttribute.cs")]
[AttributeUsage(AttributeTargets.Parameter)]
public abstract class TriggerBindingAttribute : BindingAttribute;
