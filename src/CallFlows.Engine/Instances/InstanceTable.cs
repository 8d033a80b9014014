using System.Collections.Concurrent;
using CallFlows.Engine.Hosting;

namespace CallFlows.Engine.Instances;

/// <summary>The instances in memory: those that run a turn, and the waiting ones used last, within a bound.</summary>
internal sealed class InstanceTable(int maxWaiting, TimeSpan pause)
{
    private readonly ConcurrentDictionary<string, InstanceRunner> _runners = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly LinkedList<InstanceRunner> _waiting = [];
    private readonly CancellationTokenSource _halting = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running = 1;
    private EngineServices? _engine;
    private TurnEffects? _effects;

    /// <summary>Whether instances take no messages any more; those they have taken are worked off.</summary>
    public bool IsHalted => _halting.IsCancellationRequested;

    public int WaitingCount
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Gives what runners need; once, before the first message.</summary>
    public void Connect(EngineServices engine, TurnEffects effects)
    {
        _engine = engine;
        _effects = effects;
    }

    public void Send(string instanceId, InstanceMessage message)
    {
        while (true)
        {
            InstanceRunner runner = _runners.GetOrAdd(
                instanceId, static (id, table) => new InstanceRunner(id, table._engine!, table, table._effects!), this);
            if (runner.TryPost(message))
            {
                return;
            }
        }
    }

    public void Remove(InstanceRunner runner)
    {
        _runners.TryRemove(KeyValuePair.Create(runner.InstanceId, runner));
        lock (_gate)
        {
            if (runner.Place?.List is not null)
            {
                _waiting.Remove(runner.Place);
            }
        }
    }

    public void RunnerStarts() => Interlocked.Increment(ref _running);

    /// <summary>Notes that a runner waits now, and drops the ones used longest ago beyond the bound.</summary>
    public void RunnerRests(InstanceRunner runner)
    {
        InstanceRunner? tooMany = null;
        lock (_gate)
        {
            runner.Place ??= new LinkedListNode<InstanceRunner>(runner);
            if (runner.Place.List is not null)
            {
                _waiting.Remove(runner.Place);
            }

            if (_runners.TryGetValue(runner.InstanceId, out InstanceRunner? known) && ReferenceEquals(known, runner))
            {
                _waiting.AddLast(runner.Place);
            }

            if (_waiting.Count > maxWaiting)
            {
                tooMany = _waiting.First!.Value;
                _waiting.RemoveFirst();
            }
        }

        // One that runs just now comes back to the end of the line by itself.
        tooMany?.TryDrop();
        RunnerEnds();
    }

    public void DropWaiting()
    {
        foreach (InstanceRunner runner in _runners.Values)
        {
            runner.TryDrop();
        }
    }

    /// <summary>Waits before a turn that could not be committed is tried again; in real time, as the store lives in it.</summary>
    public async Task PauseAsync() =>
        await Task.Delay(pause, _halting.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    /// <summary>Lets instances work off the messages they have, and take no others.</summary>
    public async Task HaltAsync()
    {
        if (!IsHalted)
        {
            await _halting.CancelAsync().ConfigureAwait(false);
            RunnerEnds();
        }

        await _drained.Task.ConfigureAwait(false);
    }

    private void RunnerEnds()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _drained.TrySetResult();
        }
    }
}
