using System.Text.Json;
using CallFlows.Durable;
using Microsoft.DurableTask.Client;

namespace CallFlows.Functions.Durable;

/// <summary>Instances as the port has them.</summary>
internal static class InstanceStates
{
    private static readonly Dictionary<OrchestrationStatus, OrchestrationRuntimeStatus> Statuses = new()
    {
        [OrchestrationStatus.Pending] = OrchestrationRuntimeStatus.Pending,
        [OrchestrationStatus.Running] = OrchestrationRuntimeStatus.Running,
        [OrchestrationStatus.Suspended] = OrchestrationRuntimeStatus.Suspended,
        [OrchestrationStatus.Completed] = OrchestrationRuntimeStatus.Completed,
        [OrchestrationStatus.Failed] = OrchestrationRuntimeStatus.Failed,
        [OrchestrationStatus.Terminated] = OrchestrationRuntimeStatus.Terminated,
    };

    public static OrchestrationRuntimeStatus ToRuntime(OrchestrationStatus status) => Statuses[status];

    /// <summary>An instance of the app's; null for one that something else has started in the same task hub.</summary>
    public static OrchestrationState? From(OrchestrationMetadata metadata)
    {
        if (metadata.Name != DurableNames.Orchestrator || ReadStart(metadata) is not { } start)
        {
            return null;
        }

        OrchestrationStatus status = StatusOf(metadata.RuntimeStatus);
        return new OrchestrationState
        {
            InstanceId = metadata.InstanceId,
            Name = start.Orchestrator,
            Version = start.Version,
            Status = status,
            CreatedAt = metadata.CreatedAt,
            LastUpdatedAt = metadata.LastUpdatedAt,
            Tags = start.Tags ?? new Dictionary<string, string>(),
            Input = start.Input,
            Output = status is OrchestrationStatus.Completed or OrchestrationStatus.Terminated ? Json(metadata.SerializedOutput) : Payload.Null,
            CustomStatus = Json(metadata.SerializedCustomStatus),
            Failure = metadata.FailureDetails is { } failure ? Failures.From(failure) : null,
        };
    }

    private static FlowStart? ReadStart(OrchestrationMetadata metadata)
    {
        try
        {
            return metadata.ReadInputAs<FlowStart>() is { Orchestrator.Length: > 0 } start ? start : null;
        }
        catch (JsonException)
        {
            // Started by other means, such as the task hub's own dashboard, with something else as input.
            return null;
        }
    }

    private static OrchestrationStatus StatusOf(OrchestrationRuntimeStatus status)
    {
        foreach ((OrchestrationStatus ours, OrchestrationRuntimeStatus theirs) in Statuses)
        {
            if (theirs == status)
            {
                return ours;
            }
        }

        // What is left are two statuses that no present version gives; both were of orchestrations that go on no more as they are.
        return OrchestrationStatus.Terminated;
    }

    private static Payload Json(string? serialized)
    {
        try
        {
            return string.IsNullOrEmpty(serialized) ? Payload.Null : Payload.Parse(serialized);
        }
        catch (JsonException)
        {
            // What an operator ended it with by other means may be plain text.
            return Payload.From(serialized);
        }
    }
}
