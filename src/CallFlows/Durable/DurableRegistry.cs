namespace CallFlows.Durable;

/// <summary>An orchestrator: deterministic code that runs, and is replayed, on the engine's context.</summary>
/// <param name="context">The instance's own context.</param>
public delegate Task<Payload> Orchestrator(OrchestrationContext context);

/// <summary>An activity: any code, run at least once for each time it was scheduled.</summary>
/// <param name="context">The work.</param>
/// <param name="cancellationToken">Cancelled when the engine stops.</param>
public delegate Task<Payload> Activity(ActivityContext context, CancellationToken cancellationToken);

/// <summary>The orchestrators and activities an engine can run, by name. Filled once, before the engine starts.</summary>
public sealed class DurableRegistry
{
    private readonly Dictionary<string, OrchestratorRegistration> _orchestrators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Activity> _activities = new(StringComparer.Ordinal);

    /// <summary>The orchestrators by name.</summary>
    public IReadOnlyDictionary<string, OrchestratorRegistration> Orchestrators => _orchestrators;

    /// <summary>The activities by name.</summary>
    public IReadOnlyDictionary<string, Activity> Activities => _activities;

    /// <summary>Registers an orchestrator.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    /// <param name="orchestrator">Its code.</param>
    /// <param name="codeType">The class the author wrote, searched for code that can't be replayed; null to search none.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public DurableRegistry AddOrchestrator(string name, Orchestrator orchestrator, Type? codeType = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(orchestrator);
        if (!_orchestrators.TryAdd(name, new OrchestratorRegistration(name, orchestrator, codeType)))
        {
            throw new ArgumentException($"An orchestrator named '{name}' is registered already; give one of them another name.", nameof(name));
        }

        return this;
    }

    /// <summary>Registers an activity.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    /// <param name="activity">Its code.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public DurableRegistry AddActivity(string name, Activity activity)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(activity);
        if (!_activities.TryAdd(name, activity))
        {
            throw new ArgumentException($"An activity named '{name}' is registered already; give one of them another name.", nameof(name));
        }

        return this;
    }
}
