using CallFlows.Functions.Tests.StandIns;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Azure.Monitor.OpenTelemetry.Exporter;

[Official("Azure.Monitor.OpenTelemetry.Exporter", "Azure/azure-sdk-for-net: sdk/monitor/Azure.Monitor.OpenTelemetry.Exporter/src/OpenTelemetryBuilderExtensions.cs")]
public static class OpenTelemetryBuilderExtensions
{
    public static IOpenTelemetryBuilder UseAzureMonitorExporter(
        this IOpenTelemetryBuilder builder, Action<AzureMonitorExporterOptions> configureAzureMonitor)
    {
        builder.Services.Configure(configureAzureMonitor);
        return builder;
    }
}
