using CallFlows.Functions.Tests.StandIns;
using Microsoft.Extensions.DependencyInjection;

namespace OpenTelemetry;

[Official("OpenTelemetry.Extensions.Hosting", "open-telemetry/opentelemetry-dotnet: src/OpenTelemetry.Extensions.Hosting/OpenTelemetryBuilder.cs")]
public sealed class OpenTelemetryBuilder : IOpenTelemetryBuilder
{
    internal OpenTelemetryBuilder(IServiceCollection services) => Services = services;

    public IServiceCollection Services { get; }
}
