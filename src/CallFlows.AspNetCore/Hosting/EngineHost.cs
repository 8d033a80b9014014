using CallFlows.Engine;
using Microsoft.Extensions.Hosting;

namespace CallFlows.AspNetCore.Hosting;

/// <summary>
/// Starts the embedded engine with the application and stops it with it. At a stop running activities end and are stored, for as long as the
/// host's shutdown timeout allows; what is left goes on after the next start.
/// </summary>
internal sealed class EngineHost(OrchestrationEngine engine) : IHostedService
{
    /// <summary>Whether flows run.</summary>
    public bool IsRunning { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        IsRunning = true;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        IsRunning = false;
        return engine.StopAsync(cancellationToken);
    }
}
