using Azure.Core;
using CallFlows.Functions.Tests.StandIns;

namespace Azure.Monitor.OpenTelemetry.Exporter;

[Official("Azure.Monitor.OpenTelemetry.Exporter", "Azure/azure-sdk-for-net: sdk/monitor/Azure.Monitor.OpenTelemetry.Exporter/src/AzureMonitorExporterOptions.cs")]
public class AzureMonitorExporterOptions : ClientOptions
{
    public TokenCredential? Credential { get; set; }

    public float SamplingRatio { get; set; } = 1.0F;

    public double? TracesPerSecond { get; set; }
}
