using CallFlows.Durable;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Tests.Timers;

/// <summary>A store of the timers of one instance, which can be slow to answer, and fail.</summary>
internal sealed class TimerStore : IOrchestrationStore
{
    private readonly SortedSet<TimerRecord> _timers = new(new TimerOrder());
    private TaskCompletionSource? _hold;
    private Task? _reading;

    public int Reads { get; private set; }

    public int FailedReads { get; set; }

    public void Add(TimerRecord timer) => _timers.Add(timer);

    /// <summary>Deletes a timer.</summary>
    public TaskKey Take(int id)
    {
        TimerRecord timer = _timers.Single(known => known.Key.TaskId == id);
        _timers.Remove(timer);
        return timer.Key;
    }

    /// <summary>From now on what is read is what there is, but is answered only later.</summary>
    public void HoldAnswers() => _hold = new TaskCompletionSource();

    public async Task AnswerAsync()
    {
        TaskCompletionSource held = _hold!;
        _hold = null;
        held.SetResult();
        await _reading!;
    }

    public ValueTask<TimerWindow> ReadTimersAsync(int limit, CancellationToken cancellationToken)
    {
        Reads++;
        if (FailedReads > 0)
        {
            FailedReads--;
            throw new IOException("disk gone");
        }

        List<TimerRecord> given = [.. _timers.Take(limit)];
        given.AddRange(_timers.Skip(limit).TakeWhile(timer => timer.FireAt == given[^1].FireAt));
        TimerWindow window = new(given, given.Count < _timers.Count ? given[^1].FireAt.AddTicks(1) : null);
        if (_hold is null)
        {
            return ValueTask.FromResult(window);
        }

        async Task<TimerWindow> AnswerLaterAsync(Task held)
        {
            await held;
            return window;
        }

        Task<TimerWindow> answer = AnswerLaterAsync(_hold.Task);
        _reading = answer;
        return new ValueTask<TimerWindow>(answer);
    }

    public ValueTask OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public long NextNumber() => throw new NotSupportedException();

    public ValueTask<InstanceSnapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask CommitAsync(TurnCommit commit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<InstanceRecord?> GetAsync(string instanceId, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<HistoryEvent>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<string>> ReadNamesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<EndedInstance>> ReadEndedAsync(string name, int limit, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<IReadOnlyList<ActivityWork>> ReadActivitiesAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
