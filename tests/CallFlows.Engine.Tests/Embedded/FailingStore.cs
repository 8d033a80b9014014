using CallFlows.Durable;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>A store that fails on demand (commits before or after they took effect, looking for what has ended), or takes its time to commit.</summary>
internal sealed class FailingStore : IOrchestrationStore
{
    private readonly InMemoryStore _inner = new();
    private readonly List<int> _endedReads = [];
    private TaskCompletionSource? _hold;
    private TaskCompletionSource? _held;

    /// <summary>Whether held commits take in what happens until they are released, as those of a store that gathers them do.</summary>
    public bool LeavesCommitsOpen { get; set; }

    public int FailBefore { get; set; }

    public int FailAfter { get; set; }

    public int Commits { get; private set; }

    public int FailReadEnded { get; set; }

    /// <summary>How many instances each look for ended ones found.</summary>
    public IReadOnlyList<int> EndedReads => _endedReads;

    public ValueTask OpenAsync(CancellationToken cancellationToken) => _inner.OpenAsync(cancellationToken);

    public long NextNumber() => _inner.NextNumber();

    public ValueTask<InstanceSnapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken) =>
        _inner.LoadAsync(instanceId, cancellationToken);

    /// <summary>Lets no commit end.</summary>
    public void HoldCommits()
    {
        _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _hold = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>Completes when a commit is held.</summary>
    public Task CommitHeldAsync() => _held!.Task;

    public void ReleaseCommits()
    {
        TaskCompletionSource hold = _hold!;
        _hold = null;
        hold.SetResult();
    }

    public async ValueTask CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        if (_hold is { } hold)
        {
            Grown grown = new();
            if (LeavesCommitsOpen)
            {
                commit.LeaveOpen(grown);
            }

            _held!.TrySetResult();
            await hold.Task;
            if (LeavesCommitsOpen && !commit.TrySeal())
            {
                await grown.Task;
                commit.TrySeal().Should().BeTrue();
            }

            if (commit.Failure is { } failure)
            {
                throw failure;
            }
        }

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

    public async ValueTask<IReadOnlyList<EndedInstance>> ReadEndedAsync(string name, int limit, CancellationToken cancellationToken)
    {
        if (FailReadEnded > 0)
        {
            FailReadEnded--;
            throw new IOException("disk gone");
        }

        IReadOnlyList<EndedInstance> ended = await _inner.ReadEndedAsync(name, limit, cancellationToken);
        _endedReads.Add(ended.Count);
        return ended;
    }

    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(CancellationToken cancellationToken) =>
        _inner.ReadMessagesAsync(cancellationToken);

    public ValueTask<IReadOnlyList<ActivityWork>> ReadActivitiesAsync(CancellationToken cancellationToken) =>
        _inner.ReadActivitiesAsync(cancellationToken);

    public ValueTask<TimerWindow> ReadTimersAsync(int limit, CancellationToken cancellationToken) =>
        _inner.ReadTimersAsync(limit, cancellationToken);

    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    private sealed class Grown : IGrownCommit
    {
        private readonly TaskCompletionSource _source = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Task => _source.Task;

        public void OnGrown() => _source.SetResult();
    }
}
