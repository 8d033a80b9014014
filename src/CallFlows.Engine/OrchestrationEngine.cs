using CallFlows.Durable;
using CallFlows.Engine.Activities;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Retention;
using CallFlows.Engine.Store;
using CallFlows.Engine.Store.Sqlite;
using CallFlows.Engine.Timers;
using Microsoft.Extensions.Logging;

namespace CallFlows.Engine;

/// <summary>
/// A durable engine inside this process: runs orchestrations turn by turn, keeps their history, and rebuilds them from it.
/// </summary>
/// <remarks>
/// <para>Activities run at least once. When an instance ends, activities it has scheduled run to their end, its timers don't fire, and its
/// sub-orchestrations go on. A custom status stays across continue-as-new.</para>
/// <para>An instance that failed because its code could not be replayed keeps its data: <see cref="ResumeAsync"/> lets it go on after the
/// code has been mended.</para>
/// </remarks>
public sealed partial class OrchestrationEngine : IOrchestrationClient, IAsyncDisposable
{
    private readonly EngineServices _services;
    private readonly IOrchestrationStore _store;
    private readonly InstanceTable _table;
    private readonly ActivityDispatcher _activities;
    private readonly Admission _admission;
    private readonly TimerQueue _timers;
    private readonly RetentionSweeper _retention;
    private readonly CompletionWaiters _waiters = new();
    private readonly RecentlyEnded _recentlyEnded = new();
    private readonly ILogger _logger;
    private int _phase = (int)Phase.New;

    internal OrchestrationEngine(DurableRegistry registry, EngineOptions options, IOrchestrationStore store)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(options);
        _store = store;
        _logger = options.LoggerFactory.CreateLogger<OrchestrationEngine>();
        _table = new InstanceTable(options, pause: TimeSpan.FromSeconds(1));
        _services = new EngineServices(registry, options, store, new WorkTracker(options.OnBusy, options.OnIdle), _logger)
        {
            Send = (instanceId, message) => _table!.Send(instanceId, message),
        };
        _activities = new ActivityDispatcher(_services);
        _admission = new Admission(options, _activities);
        _timers = new TimerQueue(_services);
        _retention = new RetentionSweeper(
            _services, (instance, stopping) => CallAsync(instance.InstanceId, new PurgeMessage(instance.EndedAt), stopping));
        _table.Connect(_services, new TurnEffects(_services, _activities, _timers, _retention, _waiters, _recentlyEnded));
    }

    private enum Phase
    {
        New,
        Starting,
        Running,
        Stopping,
    }

    /// <summary>How many waiting executions are in memory now.</summary>
    public int LiveExecutionCount => _table.WaitingCount;

    /// <summary>About how much memory, in bytes, the waiting executions take: see <see cref="EngineOptions.MaxLiveExecutionBytes"/>.</summary>
    public long LiveExecutionBytes => _table.WaitingBytes;

    /// <summary>Makes an engine that keeps everything in memory; what it holds ends with the process.</summary>
    /// <param name="registry">What it can run. Not changed afterwards.</param>
    /// <param name="options">How it runs; null for the defaults.</param>
    public static OrchestrationEngine CreateInMemory(DurableRegistry registry, EngineOptions? options = null) =>
        new(registry, options ?? new EngineOptions(), new InMemoryStore());

    /// <summary>Makes an engine in memory that goes on with what an earlier one has left. One engine at a time uses a storage.</summary>
    /// <param name="registry">What it can run. Not changed afterwards.</param>
    /// <param name="storage">What it goes on with.</param>
    /// <param name="options">How it runs; null for the defaults.</param>
    public static OrchestrationEngine CreateInMemory(DurableRegistry registry, InMemoryStorage storage, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(storage);
        return new(registry, options ?? new EngineOptions(), storage.Store);
    }

    /// <summary>Makes an engine that keeps everything in a SQLite file, where it survives the end of the process, however that comes.</summary>
    /// <param name="registry">What it can run. Not changed afterwards.</param>
    /// <param name="store">The file.</param>
    /// <param name="options">How it runs; null for the defaults.</param>
    public static OrchestrationEngine CreateSqlite(DurableRegistry registry, SqliteStoreOptions store, EngineOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new(registry, options ?? new EngineOptions(), new SqliteStore(store));
    }

    /// <summary>Opens the store, and goes on with everything in it that has not ended. Called once.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The engine was started before.</exception>
    /// <exception cref="OrchestrationStoreException">The store can't be opened; it was left as it is.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (Interlocked.CompareExchange(ref _phase, (int)Phase.Starting, (int)Phase.New) != (int)Phase.New)
        {
            throw new InvalidOperationException("An engine is started once; make a new one to start again.");
        }

        _services.Tracker.Enter();
        try
        {
            await _store.OpenAsync(cancellationToken).ConfigureAwait(false);
            IReadOnlyList<StoredMessage> messages = await _store.ReadMessagesAsync(cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ActivityWork> activities = await _store.ReadActivitiesAsync(cancellationToken).ConfigureAwait(false);

            // Before anything new can come: an instance that goes on as new must do so first.
            foreach (StoredMessage message in messages)
            {
                _services.Send(message.InstanceId, message.Content);
            }

            foreach (ActivityWork work in activities)
            {
                _activities.Add(work, isRedelivered: true);
            }

            await _timers.LoadAsync(cancellationToken).ConfigureAwait(false);
            Interlocked.CompareExchange(ref _phase, (int)Phase.Running, (int)Phase.Starting);
            _retention.Start();
            Log.Started(_logger, activities.Count, messages.Count);
        }
        finally
        {
            _services.Tracker.Exit();
        }
    }

    /// <summary>
    /// Stops: refuses new calls, starts no activity, lets running activities end and takes in their results. What is left goes on after the
    /// next start over the same store.
    /// </summary>
    /// <param name="cancellationToken">
    /// Ends the patience: activities that still run are cancelled and get <see cref="EngineOptions.ShutdownGrace"/> to end.
    /// </param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        bool isFirst = Interlocked.Exchange(ref _phase, (int)Phase.Stopping) != (int)Phase.Stopping;
        _timers.Dispose();
        await _retention.DisposeAsync().ConfigureAwait(false);
        Task ended = _activities.CloseAsync();
        await ended.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!ended.IsCompleted)
        {
            await _activities.CancelAsync().ConfigureAwait(false);
        }

        await _table.HaltAsync().ConfigureAwait(false);
        _waiters.FailAll(Stopped());
        if (isFirst)
        {
            Log.Stopped(_logger);
        }
    }

    /// <summary>Stops without patience for running activities, and closes the store.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(new CancellationToken(canceled: true)).ConfigureAwait(false);
        await _store.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>
    /// Drops every waiting execution from memory. They are rebuilt from their histories when something happens to them: nothing changes
    /// but time and memory.
    /// </summary>
    public void DropLiveExecutions() => _table.DropWaiting();

    /// <summary>The history of an instance, oldest event first, or null when there is no such instance.</summary>
    /// <param name="instanceId">The instance.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<HistoryEvent>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckInstanceId(instanceId);
        RequireRunning();
        return await _store.GetHistoryAsync(instanceId, cancellationToken).ConfigureAwait(false);
    }

    private static ObjectDisposedException Stopped() => new(nameof(OrchestrationEngine), "The engine has stopped; nothing was changed.");

    private void RequireRunning()
    {
        switch ((Phase)Volatile.Read(ref _phase))
        {
            case Phase.New or Phase.Starting:
                throw new InvalidOperationException("The engine has not started; await StartAsync first.");
            case Phase.Stopping:
                throw Stopped();
        }
    }
}
