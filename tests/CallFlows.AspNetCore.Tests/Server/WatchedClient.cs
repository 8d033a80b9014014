using CallFlows.Durable;

namespace CallFlows.AspNetCore.Tests.Server;

/// <summary>The engine's client: shows what it was asked to store, and refuses to when told.</summary>
internal sealed class WatchedClient(IOrchestrationClient engine) : IOrchestrationClient
{
    private int _writes;

    /// <summary>How often it was asked to store something.</summary>
    public int Writes => _writes;

    /// <summary>What every write fails with; null for none.</summary>
    public Exception? Failure { get; set; }

    public Task<bool> StartIfAbsentAsync(
        string name, string instanceId, Payload input, StartOptions? options = null, CancellationToken cancellationToken = default) =>
        Write(() => engine.StartIfAbsentAsync(name, instanceId, input, options, cancellationToken));

    public Task<RaiseEventResult> RaiseEventAsync(
        string instanceId, string eventName, string eventId, Payload data, CancellationToken cancellationToken = default) =>
        Write(() => engine.RaiseEventAsync(instanceId, eventName, eventId, data, cancellationToken));

    public Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellationToken = default) =>
        engine.GetAsync(instanceId, cancellationToken);

    public Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken = default) =>
        engine.QueryAsync(query, cancellationToken);

    public Task<bool> SuspendAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        Write(() => engine.SuspendAsync(instanceId, reason, cancellationToken));

    public Task<bool> ResumeAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        Write(() => engine.ResumeAsync(instanceId, reason, cancellationToken));

    public Task<bool> TerminateAsync(string instanceId, Payload output = default, CancellationToken cancellationToken = default) =>
        Write(() => engine.TerminateAsync(instanceId, output, cancellationToken));

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken = default) =>
        Write(() => engine.PurgeAsync(instanceId, cancellationToken));

    public Task<OrchestrationState> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken = default) =>
        engine.WaitForCompletionAsync(instanceId, cancellationToken);

    private Task<T> Write<T>(Func<Task<T>> write)
    {
        Interlocked.Increment(ref _writes);
        return Failure is { } failure ? Task.FromException<T>(failure) : write();
    }
}
