using System.Collections.Concurrent;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>The instances in memory: those that run a turn, and those that wait, within bounds.</summary>
internal sealed class InstanceTable(EngineOptions options, TimeSpan pause)
{
    private readonly ConcurrentDictionary<string, InstanceRunner> _runners = new(StringComparer.Ordinal);
    private readonly WaitingRunners _waiting = new(options);
    private readonly CancellationTokenSource _halting = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running = 1;

    /// <summary>Whether instances take no messages any more; those they have taken are worked off.</summary>
    public bool IsHalted => _halting.IsCancellationRequested;

    /// <summary>What runners need, as is the next; given by <see cref="Connect"/>.</summary>
    public EngineServices Engine { get; private set; } = null!;

    public TurnEffects Effects { get; private set; } = null!;

    public int WaitingCount => _waiting.Count;

    public long WaitingBytes => _waiting.Bytes;

    /// <summary>Gives what runners need; once, before the first message.</summary>
    public void Connect(EngineServices engine, TurnEffects effects)
    {
        Engine = engine;
        Effects = effects;
    }

    public void Send(string instanceId, InstanceMessage message)
    {
        while (true)
        {
            InstanceRunner runner = _runners.GetOrAdd(
                instanceId, static (id, table) => new InstanceRunner(id, table), this);
            if (runner.TryPost(message))
            {
                return;
            }
        }
    }

    /// <summary>Where an instance stands in the store, if that is known without asking it.</summary>
    public InstanceRecord? FindCommitted(string instanceId) =>
        _runners.TryGetValue(instanceId, out InstanceRunner? runner) ? runner.Committed : null;

    public void Remove(InstanceRunner runner)
    {
        _runners.TryRemove(KeyValuePair.Create(runner.InstanceId, runner));
        _waiting.Remove(runner);
    }

    public void RunnerStarts() => Interlocked.Increment(ref _running);

    /// <summary>Notes that a runner waits now.</summary>
    public void RunnerRests(InstanceRunner runner, long bytes)
    {
        _waiting.Add(runner, bytes, Holds);
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
        _waiting.Dispose();
    }

    private bool Holds(InstanceRunner runner) =>
        _runners.TryGetValue(runner.InstanceId, out InstanceRunner? known) && ReferenceEquals(known, runner);

    private void RunnerEnds()
    {
        if (Interlocked.Decrement(ref _running) == 0)
        {
            _drained.TrySetResult();
        }
    }
}
