using CallFlows.Functions.Tests.StandIns;

namespace Microsoft.Azure.Functions.Worker.Builder;

[Official(
    "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
    "Azure/azure-functions-dotnet-worker: extensions/Worker.Extensions.Http.AspNetCore/src/FunctionsApplicationBuilderAspNetCoreExtensions.cs")]
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder) => builder;
}
