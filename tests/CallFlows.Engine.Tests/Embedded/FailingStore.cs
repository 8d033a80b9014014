using CallFlows.Durable;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>A store whose commits fail on demand, before or after they took effect.</summary>
internal sealed class FailingStore : IOrchestrationStore
{
    private readonly InMemoryStore _inner = new();

    public int FailBefore { get; set; }

    public int FailAfter { get; set; }

    public int Commits { get; private set; }

    public ValueTask OpenAsync(CancellationToken cancellationToken) => _inner.OpenAsync(cancellationToken);

    public long NextNumber() => _inner.NextNumber();

    public ValueTask<InstanceSnapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken) =>
        _inner.LoadAsync(instanceId, cancellationToken);

    public async ValueTask CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        Commits++;
        if (FailBefore > 0)
        {
            FailBefore--;
            throw new IOException("disk full");
        }

        await _inner.CommitAsync(commit, cancellationToken);
        if (FailAfter > 0)
        {
            FailAfter--;
            throw new IOException("connection lost");
        }
    }

    public ValueTask<InstanceRecord?> GetAsync(string instanceId, CancellationToken cancellationToken) =>
        _inner.GetAsync(instanceId, cancellationToken);

    public ValueTask<IReadOnlyList<HistoryEvent>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken) =>
        _inner.GetHistoryAsync(instanceId, cancellationToken);

    public ValueTask<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken) =>
        _inner.QueryAsync(query, cancellationToken);

    public ValueTask<IReadOnlyList<string>> ReadNamesAsync(CancellationToken cancellationToken) => _inner.ReadNamesAsync(cancellationToken);

    public ValueTask<IReadOnlyList<EndedInstance>> ReadEndedAsync(string name, int limit, CancellationToken cancellationToken) =>
        _inner.ReadEndedAsync(name, limit, cancellationToken);

    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(CancellationToken cancellationToken) =>
        _inner.ReadMessagesAsync(cancellationToken);

    public ValueTask<IReadOnlyList<ActivityWork>> ReadActivitiesAsync(CancellationToken cancellationToken) =>
        _inner.ReadActivitiesAsync(cancellationToken);

    public ValueTask<TimerWindow> ReadTimersAsync(int limit, CancellationToken cancellationToken) =>
        _inner.ReadTimersAsync(limit, cancellationToken);

    public ValueTask DisposeAsync() => _inner.DisposeAsync();
}
