using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.Azure.Functions.Worker;

[Official("Microsoft.Azure.Functions.Worker.Extensions.Http", "Azure/azure-functions-dotnet-worker: extensions/Worker.Extensions.Http/src/AuthorizationLevel.cs")]
public enum AuthorizationLevel
{
    Anonymous,
    User,
    Function,
    System,
    Admin,
}
