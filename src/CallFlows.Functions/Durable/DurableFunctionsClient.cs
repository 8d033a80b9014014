using CallFlows.Durable;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OrchestrationQuery = CallFlows.Durable.OrchestrationQuery;

namespace CallFlows.Functions.Durable;

/// <summary>
/// Reaches the orchestrations of the app's task hub. The client it works with comes with every function that has a
/// <c>[DurableClient]</c> parameter: such a function calls <see cref="Use"/> first.
/// </summary>
/// <remarks>
/// What Durable Functions does in another way: ids have at most <see cref="MaxInstanceIdLength"/> characters; an event that was raised before is
/// accepted again, and dropped by the flow; lists come in the task hub's own order.
/// </remarks>
public sealed class DurableFunctionsClient(DurableRegistry registry) : IOrchestrationClient
{
    /// <summary>Longest instance id of Durable Functions, in characters.</summary>
    public const int MaxInstanceIdLength = 100;

    private const int MaxPageSize = 1000;

    /// <summary>How many pages of the task hub are read for one page of what is looked for.</summary>
    private const int MaxReads = 20;

    private static readonly OrchestrationRuntimeStatus[] AnyStatus =
        [.. Enum.GetValues<OrchestrationStatus>().Select(InstanceStates.ToRuntime)];

    private DurableTaskClient? _client;

    private DurableTaskClient Client => Volatile.Read(ref _client) ?? throw new InvalidOperationException(
        "There is no durable client yet: the Functions host hands it over with the first function that runs. Start flows and raise signals from a "
        + "function or an activity, or over the app's endpoints, rather than from code that runs while the app starts.");

    /// <summary>Works with a client from now on. All clients of one app reach the same task hub.</summary>
    public void Use(DurableTaskClient client) => Volatile.Write(ref _client, client);

    /// <inheritdoc/>
    public async Task<bool> StartIfAbsentAsync(
        string name, string instanceId, Payload input, StartOptions? options = null, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckName(name, nameof(name));
        CheckInstanceId(instanceId);
        IReadOnlyDictionary<string, string> tags = options?.Tags ?? new Dictionary<string, string>();
        DurableLimits.CheckTags(tags);
        int version = registry.FindOrchestrator(name, options?.Version)?.Version ?? throw new ArgumentException(
            $"No orchestrator '{name}'{(options?.Version is { } wanted ? $" of version {wanted}" : "")} is registered; add it with AddCallFlows.", nameof(name));

        // The look first: a host that does not know the statuses below starts an instance that has ended a second time.
        if (await Client.GetInstanceAsync(instanceId, getInputsAndOutputs: false, cancellationToken).ConfigureAwait(false) is not null)
        {
            return false;
        }

        StartOrchestrationOptions start = new StartOrchestrationOptions(instanceId) { Version = FlowVersion.ToTask(version), Tags = tags }
            .WithDedupeStatuses(AnyStatus);
        FlowStart what = new(name, version, input, tags.Count == 0 ? null : tags);
        try
        {
            await Client.ScheduleNewOrchestrationInstanceAsync(DurableNames.Orchestrator, what, start, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (OrchestrationAlreadyExistsException)
        {
            return false;
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.AlreadyExists)
        {
            // How older clients say the same.
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<RaiseEventResult> RaiseEventAsync(
        string instanceId, string eventName, string eventId, Payload data, CancellationToken cancellationToken = default)
    {
        CheckInstanceId(instanceId);
        DurableLimits.CheckName(eventName, nameof(eventName));
        DurableLimits.CheckName(eventId, nameof(eventId));
        try
        {
            await Client.RaiseEventAsync(instanceId, eventName, data, cancellationToken).ConfigureAwait(false);
            return RaiseEventResult.Accepted;
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.NotFound)
        {
            return RaiseEventResult.NotFound;
        }
        catch (RpcException problem) when (problem.StatusCode == StatusCode.FailedPrecondition)
        {
            return RaiseEventResult.Finished;
        }
    }

    /// <inheritdoc/>
    public async Task<OrchestrationState?> GetAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        CheckInstanceId(instanceId);
        OrchestrationMetadata? found = await Client
            .GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellationToken).ConfigureAwait(false);
        return found is null ? null : InstanceStates.From(found);
    }

    /// <inheritdoc/>
    public async Task<OrchestrationPage> QueryAsync(OrchestrationQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.PageSize is < 1 or > MaxPageSize)
        {
            throw new ArgumentException($"A page holds 1 to {MaxPageSize} instances; asked for {query.PageSize}.", nameof(query));
        }

        List<OrchestrationState> found = [];
        string? token = query.ContinuationToken;
        for (int read = 0; read < MaxReads; read++)
        {
            // Never more than there is room for, so that every page that was read is used up and its token can be given on.
            Page<OrchestrationMetadata>? page = await ReadPageAsync(query, query.PageSize - found.Count, token, cancellationToken).ConfigureAwait(false);
            found.AddRange((page?.Values ?? []).Select(InstanceStates.From).OfType<OrchestrationState>().Where(state => Fits(state, query)));
            token = string.IsNullOrEmpty(page?.ContinuationToken) ? null : page.ContinuationToken;
            if (token is null || found.Count == query.PageSize)
            {
                break;
            }
        }

        return new OrchestrationPage([.. found.OrderByDescending(state => state.CreatedAt)], token);
    }

    /// <inheritdoc/>
    public async Task<bool> SuspendAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (await StatusAsync(instanceId, cancellationToken).ConfigureAwait(false) is not (OrchestrationStatus.Pending or OrchestrationStatus.Running))
        {
            return false;
        }

        await Client.SuspendInstanceAsync(instanceId, reason, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> ResumeAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (await StatusAsync(instanceId, cancellationToken).ConfigureAwait(false) is not OrchestrationStatus.Suspended)
        {
            return false;
        }

        await Client.ResumeInstanceAsync(instanceId, reason, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <inheritdoc/>
    public async Task<bool> TerminateAsync(string instanceId, Payload output = default, CancellationToken cancellationToken = default)
    {
        if (await GetAsync(instanceId, cancellationToken).ConfigureAwait(false) is null or { IsFinished: true })
        {
            return false;
        }

        try
        {
            await Client.TerminateInstanceAsync(instanceId, new TerminateInstanceOptions(output), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (RpcException problem) when (problem.StatusCode is StatusCode.FailedPrecondition or StatusCode.NotFound)
        {
            // It ended in between.
            return false;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        if (await GetAsync(instanceId, cancellationToken).ConfigureAwait(false) is not { IsFinished: true })
        {
            return false;
        }

        PurgeResult purged = await Client.PurgeInstanceAsync(instanceId, cancellationToken).ConfigureAwait(false);
        return purged.PurgedInstanceCount > 0;
    }

    /// <inheritdoc/>
    public async Task<OrchestrationState> WaitForCompletionAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        if (await GetAsync(instanceId, cancellationToken).ConfigureAwait(false) is null)
        {
            throw new KeyNotFoundException($"There is no instance '{instanceId}'.");
        }

        OrchestrationMetadata ended = await Client
            .WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, cancellationToken).ConfigureAwait(false);
        return InstanceStates.From(ended) ?? throw new KeyNotFoundException($"The instance '{instanceId}' is no flow of this app.");
    }

    private static void CheckInstanceId(string instanceId) => DurableLimits.CheckInstanceId(instanceId, MaxInstanceIdLength);

    private static bool Fits(OrchestrationState state, OrchestrationQuery query) =>
        (query.Name is null || state.Name == query.Name)
        && !query.ExceptNames.Contains(state.Name)
        && (query.CreatedBefore is null || state.CreatedAt < query.CreatedBefore)
        && query.Tags.All(tag => state.Tags.TryGetValue(tag.Key, out string? value) && value == tag.Value);

    private async Task<OrchestrationStatus?> StatusAsync(string instanceId, CancellationToken cancellationToken) =>
        (await GetAsync(instanceId, cancellationToken).ConfigureAwait(false))?.Status;

    private async Task<Page<OrchestrationMetadata>?> ReadPageAsync(
        OrchestrationQuery query, int room, string? token, CancellationToken cancellationToken)
    {
        Microsoft.DurableTask.Client.OrchestrationQuery theirs = new(
            CreatedFrom: query.CreatedFrom,
            CreatedTo: query.CreatedBefore,
            Statuses: query.Statuses.Count == 0 ? null : query.Statuses.Select(InstanceStates.ToRuntime),
            PageSize: room,
            FetchInputsAndOutputs: true);
        await foreach (Page<OrchestrationMetadata> page in Client.GetAllInstancesAsync(theirs)
            .AsPages(token, room).WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            return page;
        }

        return null;
    }
}
