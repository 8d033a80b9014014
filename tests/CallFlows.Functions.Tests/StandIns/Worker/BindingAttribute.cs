using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

[Official("Microsoft.Azure.Functions.Worker.Extensions.Abstractions", "Azure/azure-functions-dotnet-worker: extensions/Worker.Extensions.Abstractions/src/BindingAttribute.cs")]
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public abstract class BindingAttribute : Attribute;
