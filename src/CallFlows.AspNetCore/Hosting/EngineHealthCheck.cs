using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CallFlows.AspNetCore.Hosting;

/// <summary>Healthy while the embedded engine runs.</summary>
internal sealed class EngineHealthCheck(EngineHost host) : IHealthCheck
{
    public const string Name = "callflows";

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(host.IsRunning
            ? HealthCheckResult.Healthy("Flows run.")
            : new HealthCheckResult(context.Registration.FailureStatus, "The engine is starting or stopping."));
}
