using CallFlows.Engine;
using Microsoft.Extensions.Hosting;

namespace CallFlows.AspNetCore.Hosting;

/// <summary>
/// Starts the embedded engine with the application and stops it with it. At a stop running activities end and are stored, for as long as the
/// host's shutdown timeout allows; what is left goes on after the next start.
/// </summary>
internal sealed class EngineHost(OrchestrationEngine engine) : IHostedService
{
    private volatile bool _isRunning;

    /// <summary>Whether flows run.</summary>
    public bool IsRunning => _isRunning;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        _isRunning = true;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        _isRunning = false;
        return engine.StopAsync(cancellationToken);
    }
}
