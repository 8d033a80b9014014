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
    private readonly Dictionary<string, SortedList<int, OrchestratorRegistration>> _orchestrators = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Activity> _activities = new(StringComparer.Ordinal);

    /// <summary>The names of the orchestrators.</summary>
    public IReadOnlyCollection<string> Orchestrators => _orchestrators.Keys;

    /// <summary>The activities by name.</summary>
    public IReadOnlyDictionary<string, Activity> Activities => _activities;

    /// <summary>Registers a version of an orchestrator. Several versions of one name run side by side.</summary>
    /// <param name="name">Its name, compared exactly.</param>
    /// <param name="orchestrator">Its code.</param>
    /// <param name="codeType">The class the author wrote, searched for code that can't be replayed; null to search none.</param>
    /// <param name="version">Its version, at least 1. New instances start with the highest there is.</param>
    /// <exception cref="ArgumentException">The name and version are taken.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The version is below 1.</exception>
    public DurableRegistry AddOrchestrator(string name, Orchestrator orchestrator, Type? codeType = null, int version = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(orchestrator);
        ArgumentOutOfRangeException.ThrowIfLessThan(version, 1);
        if (!_orchestrators.TryGetValue(name, out SortedList<int, OrchestratorRegistration>? versions))
        {
            _orchestrators.Add(name, versions = []);
        }

        if (!versions.TryAdd(version, new OrchestratorRegistration(name, orchestrator, codeType, version)))
        {
            throw new ArgumentException(
                $"Version {version} of an orchestrator named '{name}' is registered already; give one of them another name or version.", nameof(name));
        }

        return this;
    }

    /// <summary>A version of an orchestrator, or null when it isn't registered.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version; null for the highest.</param>
    public OrchestratorRegistration? FindOrchestrator(string name, int? version = null)
    {
        if (!_orchestrators.TryGetValue(name, out SortedList<int, OrchestratorRegistration>? versions))
        {
            return null;
        }

        return version is { } wanted ? versions.GetValueOrDefault(wanted) : versions.Values[^1];
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
