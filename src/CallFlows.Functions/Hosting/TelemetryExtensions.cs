using System.Globalization;
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
    /// <summary>Which part of the traces is sent, more than 0 and at most 1; without it the exporter's own rate.</summary>
    public const string SamplingRatio = "Telemetry:SamplingRatio";

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
        float? ratio = ReadRatio(builder.Configuration[SamplingRatio]);
        telemetry.UseAzureMonitorExporter(exporter =>
        {
            exporter.Credential = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identity });
            if (ratio is { } chosen)
            {
                // The exporter's rate would take precedence.
                exporter.TracesPerSecond = null;
                exporter.SamplingRatio = chosen;
            }
        });
    }

    private static float? ReadRatio(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return float.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out float ratio) && ratio is > 0 and <= 1
            ? ratio
            : throw new InvalidOperationException($"{SamplingRatio} can't be '{text}'. Give a number above 0 and at most 1, such as 0.1, or leave it out.");
    }
}
