using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.Azure.Functions.Worker.Builder;

[Official("Microsoft.Azure.Functions.Worker", "Azure/azure-functions-dotnet-worker: src/DotNetWorker/Builder/FunctionsApplication.cs")]
public class FunctionsApplication
{
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
