using CallFlows.Functions.Tests.StandIns;
using Microsoft.Extensions.DependencyInjection;

namespace OpenTelemetry;

[Official("OpenTelemetry.Api.ProviderBuilderExtensions", "open-telemetry/opentelemetry-dotnet: src/OpenTelemetry.Api.ProviderBuilderExtensions/IOpenTelemetryBuilder.cs")]
public interface IOpenTelemetryBuilder
{
    IServiceCollection Services { get; }
}
