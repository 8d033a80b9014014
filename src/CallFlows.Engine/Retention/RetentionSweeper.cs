using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Store;
using CallFlows.Engine.Timers;

namespace CallFlows.Engine.Retention;

/// <summary>
/// Deletes instances that ended long enough ago, oldest first, a batch at a time. One timer is set for the next of them; while there is none,
/// nothing runs.
/// </summary>
internal sealed class RetentionSweeper : IAsyncDisposable
{
    private const int BatchSize = 100;

    // Instances that end one after the other are not swept one by one.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly EngineServices _engine;
    private readonly Func<EndedInstance, CancellationToken, Task<bool>> _purge;
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly ITimer _clock;
    private Task _sweep = Task.CompletedTask;
    private DateTimeOffset? _next;
    private DateTimeOffset _notBefore;
    private bool _isSweeping;

    /// <param name="engine">The engine.</param>
    /// <param name="purge">Deletes an instance as a client would, provided it is still the one that ended then.</param>
    public RetentionSweeper(EngineServices engine, Func<EndedInstance, CancellationToken, Task<bool>> purge)
    {
        _engine = engine;
        _purge = purge;
        _clock = engine.Options.TimeProvider.CreateTimer(
            static sweeper => ((RetentionSweeper)sweeper!).OnClock(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private RetentionPolicy Policy => _engine.Options.Retention;

    /// <summary>Looks what the store holds, soon.</summary>
    public void Start()
    {
        if (!Policy.KeepsAll)
        {
            WakeAt(_engine.Now);
        }
    }

    /// <summary>Notes that an instance has ended.</summary>
    public void Note(InstanceRecord ended)
    {
        if (!ended.IsStopped && Policy.AgeOf(ended.Name) is { } age)
        {
            WakeAt(ended.LastUpdatedAt + age);
        }
    }

    /// <summary>Stops; a sweep that runs is broken off.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _clock.DisposeAsync().ConfigureAwait(false);
        Task last;
        lock (_gate)
        {
            last = _sweep;
        }

        await last.ConfigureAwait(false);
    }

    private void WakeAt(DateTimeOffset time)
    {
        lock (_gate)
        {
            if (_next is null || time < _next)
            {
                _next = time;
                SetClock();
            }
        }
    }

    private void SetClock()
    {
        if (!_isSweeping && !_stopping.IsCancellationRequested)
        {
            _clock.Change(ClockWait.Until(_next < _notBefore ? _notBefore : _next, _engine.Now), Timeout.InfiniteTimeSpan);
        }
    }

    private void OnClock()
    {
        lock (_gate)
        {
            if (_isSweeping || _stopping.IsCancellationRequested)
            {
                return;
            }

            if (_next is null || _next > _engine.Now)
            {
                SetClock();
                return;
            }

            _next = null;
            _isSweeping = true;
            _engine.Tracker.Enter();
            _sweep = Task.Run(RunAsync);
        }
    }

    private async Task RunAsync()
    {
        DateTimeOffset? next = null;
        try
        {
            next = await SweepAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (Exception) when (_stopping.IsCancellationRequested)
        {
            // The next engine sweeps what is left.
        }
        catch (Exception error)
        {
            Log.SweepFailed(_engine.Logger, error);
            next = _engine.Now + RetryAfter;
        }

        lock (_gate)
        {
            _isSweeping = false;
            _notBefore = _engine.Now + Pause;
            _next = Earlier(_next, next);
            SetClock();
        }

        _engine.Tracker.Exit();
    }

    /// <returns>When the next instance expires, or null.</returns>
    private async Task<DateTimeOffset?> SweepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (string name in await _engine.Store.ReadNamesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (Policy.AgeOf(name) is { } age)
            {
                next = Earlier(next, await SweepAsync(name, age, cancellationToken).ConfigureAwait(false));
            }
        }

        return next;
    }

    private async Task<DateTimeOffset?> SweepAsync(string name, TimeSpan age, CancellationToken cancellationToken)
    {
        while (true)
        {
            IReadOnlyList<EndedInstance> oldest = await _engine.Store.ReadEndedAsync(name, BatchSize, cancellationToken).ConfigureAwait(false);
            DateTimeOffset now = _engine.Now;
            List<EndedInstance> expired = [.. oldest.TakeWhile(instance => instance.EndedAt + age <= now)];
            if (expired.Count == 0)
            {
                return oldest.Count == 0 ? null : oldest[0].EndedAt + age;
            }

            bool[] purged = await Task.WhenAll(expired.Select(instance => _purge(instance, cancellationToken))).ConfigureAwait(false);
            int count = purged.Count(done => done);
            Log.Swept(_engine.Logger, count, name, age);
            if (count == 0)
            {
                // The store says so, the instances don't: it does no good to ask again at once.
                return now + RetryAfter;
            }
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
