using System.Globalization;
using CallFlows.Durable;

namespace CallFlows.Engine.Store;

/// <summary>Keeps everything in this process; what it holds ends with it.</summary>
internal sealed class InMemoryStore : IOrchestrationStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _instances = new(StringComparer.Ordinal);
    private readonly SortedList<long, StoredMessage> _messages = [];
    private readonly Dictionary<string, long> _messageOrder = new(StringComparer.Ordinal);
    private readonly SortedDictionary<long, Entry> _byAge = new(Comparer<long>.Create((x, y) => y.CompareTo(x)));
    private readonly SortedSet<TimerRecord> _timers = new(new TimerOrder());
    private readonly Dictionary<string, SortedSet<(DateTimeOffset At, long Number, string InstanceId)>> _ended = new(StringComparer.Ordinal);
    private readonly Dictionary<TaskKey, (long Order, ActivityWork Work)> _activities = [];
    private long _order;
    private long _numbers;

    public long NextNumber() => Interlocked.Increment(ref _numbers);

    public ValueTask OpenAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<InstanceSnapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (!_instances.TryGetValue(instanceId, out Entry? entry))
            {
                return ValueTask.FromResult<InstanceSnapshot?>(null);
            }

            bool hasEnded = entry.Record.IsFinished && !entry.Record.IsStopped;
            return ValueTask.FromResult<InstanceSnapshot?>(new InstanceSnapshot(entry.Record, hasEnded ? [] : entry.History.ToList()));
        }
    }

    public ValueTask CommitAsync(TurnCommit commit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (commit.IsNew && _instances.ContainsKey(commit.InstanceId))
            {
                throw new InstanceExistsException(commit.InstanceId);
            }

            Apply(commit);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<InstanceRecord?> GetAsync(string instanceId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(_instances.TryGetValue(instanceId, out Entry? entry) ? entry.Record : null);
        }
    }

    public ValueTask<IReadOnlyList<HistoryEvent>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            IReadOnlyList<HistoryEvent>? history = _instances.TryGetValue(instanceId, out Entry? entry) ? entry.History.ToList() : null;
            return ValueTask.FromResult(history);
        }
    }

    public ValueTask<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken)
    {
        long before = long.MaxValue;
        if (query.ContinuationToken is { } token && !long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out before))
        {
            throw new ArgumentException("The continuation token is not one this engine gave.", nameof(query));
        }

        List<OrchestrationState> found = [];
        long last = 0;
        lock (_gate)
        {
            foreach ((long age, Entry entry) in _byAge)
            {
                if (age >= before || !Fits(entry.Record, query))
                {
                    continue;
                }

                if (found.Count == query.PageSize)
                {
                    return ValueTask.FromResult(new OrchestrationPage(found, last.ToString(CultureInfo.InvariantCulture)));
                }

                found.Add(entry.Record.ToState());
                last = age;
            }
        }

        return ValueTask.FromResult(new OrchestrationPage(found, null));
    }

    public ValueTask<IReadOnlyList<string>> ReadNamesAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<string>>([.. _ended.Keys]);
        }
    }

    public ValueTask<IReadOnlyList<EndedInstance>> ReadEndedAsync(string name, int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<EndedInstance>>(
                _ended.TryGetValue(name, out SortedSet<(DateTimeOffset At, long Number, string InstanceId)>? ended)
                    ? [.. ended.Take(limit).Select(instance => new EndedInstance(instance.InstanceId, instance.At))]
                    : []);
        }
    }

    public ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<StoredMessage>>([.. _messages.Values]);
        }
    }

    public ValueTask<IReadOnlyList<ActivityWork>> ReadActivitiesAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            return ValueTask.FromResult<IReadOnlyList<ActivityWork>>(
                [.. _activities.Values.OrderBy(activity => activity.Order).Select(activity => activity.Work)]);
        }
    }

    public ValueTask<TimerWindow> ReadTimersAsync(int limit, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            List<TimerRecord> next = [];
            foreach (TimerRecord timer in _timers)
            {
                // Those due at one time come together, so that the window ends between two times.
                if (next.Count >= limit && timer.FireAt > next[^1].FireAt)
                {
                    return ValueTask.FromResult(new TimerWindow(next, timer.FireAt));
                }

                next.Add(timer);
            }

            return ValueTask.FromResult(new TimerWindow(next, null));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static bool Fits(InstanceRecord record, OrchestrationQuery query) =>
        (query.Statuses.Count == 0 || query.Statuses.Contains(record.Status))
        && (query.Name is null || query.Name == record.Name)
        && !query.ExceptNames.Contains(record.Name)
        && (query.CreatedFrom is null || record.CreatedAt >= query.CreatedFrom)
        && query.Tags.All(tag => record.Tags.TryGetValue(tag.Key, out string? value) && value == tag.Value)
        && (query.CreatedBefore is null || record.CreatedAt < query.CreatedBefore);

    private void Apply(TurnCommit commit)
    {
        foreach (string id in commit.ConsumedMessages)
        {
            if (_messageOrder.Remove(id, out long order))
            {
                _messages.Remove(order);
            }
        }

        foreach (TaskKey ended in commit.EndedActivities)
        {
            _activities.Remove(ended);
        }

        if (commit.Record is { } record)
        {
            Apply(commit, record);
        }

        if (commit.EndedTimers.Count > 0 && _instances.TryGetValue(commit.InstanceId, out Entry? entry))
        {
            foreach (TaskKey ended in commit.EndedTimers)
            {
                RemoveTimer(entry, ended);
            }
        }

        if (commit.Purge && _instances.Remove(commit.InstanceId, out Entry? purged))
        {
            _byAge.Remove(purged.Record.Number);
            ClearTimers(purged);
            SetEnded(purged.Record, isKept: false);
        }

        foreach (ActivityWork work in commit.NewActivities)
        {
            _activities[work.Key] = (_order++, work);
        }

        foreach (StoredMessage message in commit.SentMessages)
        {
            _messageOrder[message.Id] = _order;
            _messages[_order++] = message;
        }
    }

    private void Apply(TurnCommit commit, InstanceRecord record)
    {
        if (!_instances.TryGetValue(record.InstanceId, out Entry? entry))
        {
            entry = new Entry(record);
            _instances.Add(record.InstanceId, entry);
            _byAge.Add(record.Number, entry);
        }

        entry.Record = record;
        SetEnded(record, isKept: true);
        if (commit.ClearHistory)
        {
            entry.History.Clear();
        }

        if (commit.ClearTimers)
        {
            ClearTimers(entry);
        }

        entry.History.Add(commit.History);
        foreach (TimerRecord timer in commit.NewTimers)
        {
            entry.Timers.Add(timer.Key, timer);
            _timers.Add(timer);
        }
    }

    private void SetEnded(InstanceRecord record, bool isKept)
    {
        if (!record.IsFinished || record.IsStopped)
        {
            return;
        }

        if (!_ended.TryGetValue(record.Name, out SortedSet<(DateTimeOffset At, long Number, string InstanceId)>? ended))
        {
            _ended.Add(record.Name, ended = []);
        }

        if (isKept)
        {
            ended.Add((record.LastUpdatedAt, record.Number, record.InstanceId));
        }
        else if (ended.Remove((record.LastUpdatedAt, record.Number, record.InstanceId)) && ended.Count == 0)
        {
            _ended.Remove(record.Name);
        }
    }

    private void RemoveTimer(Entry entry, TaskKey key)
    {
        if (entry.Timers.Remove(key, out TimerRecord? timer))
        {
            _timers.Remove(timer);
        }
    }

    private void ClearTimers(Entry entry)
    {
        _timers.ExceptWith(entry.Timers.Values);
        entry.Timers.Clear();
    }

    private sealed class Entry(InstanceRecord record)
    {
        public InstanceRecord Record { get; set; } = record;

        public HistoryPieces History { get; } = new();

        public Dictionary<TaskKey, TimerRecord> Timers { get; } = [];
    }
}
