using System.Runtime.CompilerServices;
using System.Text.Json;
using CallFlows.Durable;
using CallFlows.Engine;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using OrchestrationQuery = Microsoft.DurableTask.Client.OrchestrationQuery;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>A durable client over the embedded engine. It fails as the Functions host does.</summary>
internal sealed class EngineDurableTaskClient(OrchestrationEngine engine, PortDataConverter converter) : DurableTaskClient("stand-in")
{
    private readonly List<Payload> _raised = [];

    /// <summary>What instances were started with, in order.</summary>
    public List<StartOrchestrationOptions?> Starts { get; } = [];

    /// <summary>The types of the callbacks that were raised, in order.</summary>
    public IReadOnlyList<string> RaisedEvents
    {
        get
        {
            lock (_raised)
            {
                return [.. _raised.Select(data => data.To<JsonElement>().GetProperty("event").GetProperty("event").GetString()!)];
            }
        }
    }

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        string id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        lock (Starts)
        {
            Starts.Add(options);
        }

        return await engine.StartIfAbsentAsync(orchestratorName.Name, id, converter.ToPayload(input), cancellationToken: cancellation)
            ? id
            : throw new OrchestrationAlreadyExistsException($"An Orchestration instance with the ID {id} already exists.");
    }

    public override async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Payload data = converter.ToPayload(eventPayload);
        RaiseEventResult result = await engine.RaiseEventAsync(instanceId, eventName, Guid.NewGuid().ToString(), data, cancellation);
        switch (result)
        {
            case RaiseEventResult.NotFound:
                throw new RpcException(new Status(StatusCode.NotFound, $"No instance with ID '{instanceId}' was found."));
            case RaiseEventResult.Finished:
                throw new RpcException(new Status(StatusCode.FailedPrecondition, "The orchestration instance with the provided instance id is not running."));
            default:
                lock (_raised)
                {
                    _raised.Add(data);
                }

                break;
        }
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Describe(await engine.WaitForCompletionAsync(instanceId, cancellation), getInputsAndOutputs);

    public override async Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        if (!await engine.TerminateAsync(instanceId, converter.ToPayload(options?.Output), cancellation))
        {
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "Cannot terminate the orchestration instance."));
        }
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        engine.SuspendAsync(instanceId, reason, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        engine.ResumeAsync(instanceId, reason, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        await engine.GetAsync(instanceId, cancellation) is { } state ? Describe(state, getInputsAndOutputs) : null;

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => new Pages(this, filter ?? new OrchestrationQuery());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await engine.PurgeAsync(instanceId, cancellation) ? 1 : 0);

    private OrchestrationMetadata Describe(OrchestrationState state, bool withPayloads) => new(state.Name, state.InstanceId)
    {
        DataConverter = withPayloads ? converter : null,
        RuntimeStatus = Enum.Parse<OrchestrationRuntimeStatus>(state.Status.ToString()),
        CreatedAt = state.CreatedAt,
        LastUpdatedAt = state.LastUpdatedAt,
        SerializedInput = withPayloads ? state.Input.ToString() : null,
        SerializedOutput = withPayloads && !state.Output.IsNull ? state.Output.ToString() : null,
        SerializedCustomStatus = withPayloads && !state.CustomStatus.IsNull ? state.CustomStatus.ToString() : null,
        FailureDetails = state.Failure is { } failure ? OfficialFailures.From(failure) : null,
    };

    private sealed class Pages(EngineDurableTaskClient client, OrchestrationQuery filter) : AsyncPageable<OrchestrationMetadata>
    {
        public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = default, int? pageSizeHint = default) =>
            client.ReadAsync(filter, continuationToken ?? filter.ContinuationToken, pageSizeHint ?? filter.PageSize);
    }

    private async IAsyncEnumerable<Page<OrchestrationMetadata>> ReadAsync(
        OrchestrationQuery filter, string? token, int size, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        do
        {
            OrchestrationPage page = await engine.QueryAsync(
                new CallFlows.Durable.OrchestrationQuery
                {
                    Statuses = [.. (filter.Statuses ?? []).Select(status => Enum.Parse<OrchestrationStatus>(status.ToString()))],
                    CreatedFrom = filter.CreatedFrom,
                    CreatedBefore = filter.CreatedTo,
                    PageSize = size,
                    ContinuationToken = token,
                },
                cancellationToken);
            token = page.ContinuationToken;
            yield return new Page<OrchestrationMetadata>([.. page.Instances.Select(state => Describe(state, filter.FetchInputsAndOutputs))], token);
        }
        while (token is not null);
    }
}
