using CallFlows.Durable;

namespace CallFlows.Engine.Store;

/// <summary>
/// Where instances live. The engine calls for one instance at a time from one turn, and for many instances at once from many: a store
/// may gather the commits of several instances into one transaction. A returned task means durable.
/// </summary>
internal interface IOrchestrationStore : IAsyncDisposable
{
    /// <summary>Makes the store ready. Called once, before everything else.</summary>
    ValueTask OpenAsync(CancellationToken cancellationToken);

    /// <summary>A number for a new instance, higher than any given before. Numbers of instances that come to nothing are left out.</summary>
    long NextNumber();

    /// <summary>What is needed to go on with an instance, or null when there is none.</summary>
    ValueTask<InstanceSnapshot?> LoadAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Applies one turn as a whole.</summary>
    /// <exception cref="InstanceExistsException">It creates an instance that is there; nothing was applied.</exception>
    ValueTask CommitAsync(TurnCommit commit, CancellationToken cancellationToken);

    /// <summary>Where an instance stands, or null when there is none.</summary>
    ValueTask<InstanceRecord?> GetAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>An instance's history, or null when there is no such instance.</summary>
    ValueTask<IReadOnlyList<HistoryEvent>?> GetHistoryAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Lists instances, the one created last first. The page size has been checked.</summary>
    ValueTask<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken);

    /// <summary>The names of the orchestrators there are instances of.</summary>
    ValueTask<IReadOnlyList<string>> ReadNamesAsync(CancellationToken cancellationToken);

    /// <summary>
    /// The instances of an orchestrator that ended longest ago, oldest end first, at most <paramref name="limit"/>. Stopped ones, which a resume
    /// would let go on, are not among them.
    /// </summary>
    ValueTask<IReadOnlyList<EndedInstance>> ReadEndedAsync(string name, int limit, CancellationToken cancellationToken);

    /// <summary>The messages that nobody has consumed, in the order they were sent. Read once, when an engine starts.</summary>
    ValueTask<IReadOnlyList<StoredMessage>> ReadMessagesAsync(CancellationToken cancellationToken);

    /// <summary>The activities that have not ended, in the order they were scheduled. Read once, when an engine starts.</summary>
    ValueTask<IReadOnlyList<ActivityWork>> ReadActivitiesAsync(CancellationToken cancellationToken);

    /// <summary>The timers that are due next, at most <paramref name="limit"/> or, where several are due at one time, a few more.</summary>
    ValueTask<TimerWindow> ReadTimersAsync(int limit, CancellationToken cancellationToken);
}
