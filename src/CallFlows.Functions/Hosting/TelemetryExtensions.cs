using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;

namespace CallFlows.Functions.Hosting;

/// <summary>Sends what the app tells of itself to where the Functions host sends its own.</summary>
internal static class TelemetryExtensions
{
    private const string ConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>
    /// Adds OpenTelemetry for functions. Traces, metrics and logs go to Application Insights, signed in with the app's identity, when its connection
    /// string is set; without one, as on a developer's machine, they go nowhere.
    /// </summary>
    public static void AddFunctionsTelemetry(this IHostApplicationBuilder builder)
    {
        IOpenTelemetryBuilder telemetry = builder.Services.AddOpenTelemetry().UseFunctionsWorkerDefaults();
        if (string.IsNullOrWhiteSpace(builder.Configuration[ConnectionString]))
        {
            return;
        }

        string? identity = builder.Configuration["CallFlows:ManagedIdentityClientId"];
        telemetry.UseAzureMonitorExporter(exporter => exporter.Credential =
            new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identity }));
    }
}
