using CallFlows.Functions.Tests.StandIns;
using OpenTelemetry;

namespace Microsoft.Extensions.DependencyInjection;

[Official("OpenTelemetry.Extensions.Hosting", "open-telemetry/opentelemetry-dotnet: src/OpenTelemetry.Extensions.Hosting/OpenTelemetryServicesExtensions.cs")]
public static class OpenTelemetryServicesExtensions
{
    public static OpenTelemetryBuilder AddOpenTelemetry(this IServiceCollection services) => new(services);
}
