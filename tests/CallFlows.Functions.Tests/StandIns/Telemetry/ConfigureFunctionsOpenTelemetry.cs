using CallFlows.Functions.Tests.StandIns;
using OpenTelemetry;

namespace Microsoft.Azure.Functions.Worker.OpenTelemetry;

[Official("Microsoft.Azure.Functions.Worker.OpenTelemetry", "Azure/azure-functions-dotnet-worker: src/DotNetWorker.OpenTelemetry/ConfigureFunctionsOpenTelemetry.cs")]
public static class ConfigureFunctionsOpenTelemetry
{
    public static IOpenTelemetryBuilder UseFunctionsWorkerDefaults(this IOpenTelemetryBuilder builder) => builder;
}
