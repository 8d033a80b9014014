using CallFlows.Durable;
using CallFlows.Engine.Errors;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;

namespace CallFlows.Engine;

/// <content>The client's side.</content>
public sealed partial class OrchestrationEngine
{
    private const int MaxPageSize = 1000;

    private static readonly StartOptions DefaultStart = new();

    /// <inheritdoc/>
    /// <exception cref="EngineBusyException">There is too much to do; nothing was changed.</exception>
    public Task<bool> StartIfAbsentAsync(
        string name, string instanceId, Payload input, StartOptions? options = null, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckName(name, nameof(name));
        Limits.CheckPayload(input, _services.Options.MaxPayloadBytes, $"The input of orchestration '{name}'");
        options ??= DefaultStart;
        DurableLimits.CheckTags(options.Tags);
        OrchestratorRegistration registration = _services.Registry.FindOrchestrator(name, options.Version)
            ?? throw new ArgumentException(
                $"No orchestrator '{name}'{(options.Version is { } version ? $" of version {version}" : "")} is registered; "
                + "register it before the engine starts.",
                nameof(name));
        // A copy: what the caller does with its own afterwards must not reach the store.
        Dictionary<string, string> tags = new(options.Tags, StringComparer.Ordinal);
        return CallAsync(instanceId, new StartMessage(registration, input, tags), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="EngineBusyException">There is too much to do; nothing was changed.</exception>
    public Task<RaiseEventResult> RaiseEventAsync(
        string instanceId, string eventName, string eventId, Payload data, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckName(eventName, nameof(eventName));
        DurableLimits.CheckName(eventId, nameof(eventId));
        Limits.CheckPayload(data, _services.Options.MaxPayloadBytes, $"Event '{eventName}'");
        return CallAsync(instanceId, new RaiseEventMessage(eventName, eventId, data), cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckInstanceId(instanceId);
        RequireRunning();
        InstanceRecord? record = _table.FindCommitted(instanceId)
            ?? _recentlyEnded.Find(instanceId)
            ?? await _store.GetAsync(instanceId, cancellationToken).ConfigureAwait(false);
        return record?.ToState();
    }

    /// <inheritdoc/>
    public async Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.PageSize is < 1 or > MaxPageSize)
        {
            throw new ArgumentException($"A page holds 1 to {MaxPageSize} instances; asked for {query.PageSize}.", nameof(query));
        }

        RequireRunning();
        return await _store.QueryAsync(query, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<bool> SuspendAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        CallAsync(instanceId, new SuspendMessage(reason), cancellationToken);

    /// <summary>
    /// Lets an instance go on that is held, or that failed because its code could not be replayed. False when it is not there or neither.
    /// </summary>
    /// <inheritdoc/>
    public Task<bool> ResumeAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default) =>
        CallAsync(instanceId, new ResumeMessage(reason), cancellationToken);

    /// <inheritdoc/>
    public Task<bool> TerminateAsync(string instanceId, Payload output = default, CancellationToken cancellationToken = default)
    {
        Limits.CheckPayload(output, _services.Options.MaxPayloadBytes, "The output of a termination");
        return CallAsync(instanceId, new TerminateMessage(output), cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken = default) =>
        CallAsync(instanceId, new PurgeMessage(), cancellationToken);

    /// <inheritdoc/>
    public async Task<OrchestrationState> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        Task<OrchestrationState> joined = _waiters.Join(instanceId);
        try
        {
            // Looked up after joining, so that an end in between is not missed.
            OrchestrationState? state = await GetAsync(instanceId, cancellationToken).ConfigureAwait(false);
            return state switch
            {
                null => throw new KeyNotFoundException($"There is no instance '{instanceId}'."),
                { IsFinished: true } => state,
                _ => await joined.WaitAsync(cancellationToken).ConfigureAwait(false),
            };
        }
        finally
        {
            _waiters.Leave(instanceId, joined);
        }
    }

    private async Task<T> CallAsync<T>(string instanceId, ClientMessage<T> message, CancellationToken cancellationToken)
    {
        DurableLimits.CheckInstanceId(instanceId);
        cancellationToken.ThrowIfCancellationRequested();
        _services.Tracker.Enter();
        try
        {
            RequireRunning();
            if (message.MayBeRefused)
            {
                message.Admit(_admission);
            }

            _services.Send(instanceId, message);
            return await message.Completion.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _services.Tracker.Exit();
        }
    }
}
