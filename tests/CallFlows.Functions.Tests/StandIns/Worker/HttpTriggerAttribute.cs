using CallFlows.Functions.Tests.StandIns;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

[Official("Microsoft.Azure.Functions.Worker.Extensions.Http", "Azure/azure-functions-dotnet-worker: extensions/Worker.Extensions.Http/src/HttpTriggerAttribute.cs")]
public sealed class HttpTriggerAttribute(AuthorizationLevel authLevel, params string[] methods) : TriggerBindingAttribute
{
    public string? Route { get; set; }

    public string[]? Methods { get; } = methods;

    public AuthorizationLevel AuthLevel { get; } = authLevel;
}
