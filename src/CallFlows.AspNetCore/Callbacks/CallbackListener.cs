using CallFlows.Actions;
using Microsoft.Extensions.Hosting;

namespace CallFlows.AspNetCore.Callbacks;

/// <summary>Notes when the application began to take callbacks: when everything in it has started, its servers too.</summary>
internal sealed class CallbackListener(TimeProvider time) : IHostedLifecycleService, ICallbackListener
{
    private readonly Lock _gate = new();
    private DateTimeOffset? _since;

    public DateTimeOffset? ListeningSince
    {
        get
        {
            lock (_gate)
            {
                return _since;
            }
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Note(time.GetUtcNow());
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        Note(null);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Note(DateTimeOffset? since)
    {
        lock (_gate)
        {
            _since = since;
        }
    }
}
