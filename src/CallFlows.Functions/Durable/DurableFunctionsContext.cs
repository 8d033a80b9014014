using CallFlows.Durable;
using Microsoft.DurableTask;
using ActivityOptions = CallFlows.Durable.ActivityOptions;
using SubOrchestrationOptions = CallFlows.Durable.SubOrchestrationOptions;
using TaskFailedException = CallFlows.Durable.TaskFailedException;

namespace CallFlows.Functions.Durable;

/// <summary>The context of a flow on Durable Functions. It only translates: what calls mean is the same on every engine.</summary>
/// <param name="context">Durable Functions' own context.</param>
/// <param name="start">What this execution started with.</param>
/// <param name="registry">The flows there are.</param>
internal sealed class DurableFunctionsContext(TaskOrchestrationContext context, FlowStart start, DurableRegistry registry) : OrchestrationContext
{
    private readonly ExternalEvents _events = new(context);

    public override string InstanceId => context.InstanceId;

    public override string Name => start.Orchestrator;

    public override Payload Input => start.Input;

    public override DateTimeOffset CurrentUtcDateTime => new(DateTime.SpecifyKind(context.CurrentUtcDateTime, DateTimeKind.Utc));

    public override bool IsReplaying => context.IsReplaying;

    public override async Task<Payload> CallActivityAsync(string name, Payload input, ActivityOptions? options = null)
    {
        DurableLimits.CheckName(name, nameof(name));
        string function = name == Flows.FlowActivities.CallAction ? DurableNames.CallAction : DurableNames.Activity;
        string executionId = context.NewGuid().ToString("N");
        for (int attempt = 1; ; attempt++)
        {
            ActivityCall call = new(InstanceId, name, executionId, attempt, CurrentUtcDateTime, input, options?.Source);
            ActivityOutcome outcome = await RunAsync(function, call);
            if (outcome.Failure is not { } failure)
            {
                return outcome.Result;
            }

            // Tried again here rather than by Durable Functions, which would not tell the activity which attempt it is.
            if (options?.Retry is not { } retry || attempt >= retry.MaxAttempts || retry.NonRetryableErrors.Contains(failure.ErrorType))
            {
                throw new TaskFailedException(name, failure);
            }

            await context.CreateTimer(CurrentUtcDateTime.UtcDateTime + retry.DelayAfter(attempt), CancellationToken.None);
        }
    }

    public override async Task<Payload> CallSubOrchestrationAsync(string name, Payload input, SubOrchestrationOptions? options = null)
    {
        DurableLimits.CheckName(name, nameof(name));
        int version = registry.FindOrchestrator(name)?.Version
            ?? throw new TaskFailedException(name, new FailureDetails(typeof(ArgumentException).FullName!, $"No orchestrator '{name}' is registered."));
        Microsoft.DurableTask.SubOrchestrationOptions chosen = new(retry: null, instanceId: options?.InstanceId) { Version = FlowVersion.ToTask(version) };
        try
        {
            return await context.CallSubOrchestratorAsync<Payload>(DurableNames.Orchestrator, new FlowStart(name, version, input), chosen);
        }
        catch (Microsoft.DurableTask.TaskFailedException problem)
        {
            throw new TaskFailedException(name, Failures.From(problem.FailureDetails));
        }
    }

    public override Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default, string? source = null) =>
        context.CreateTimer(fireAt.UtcDateTime, cancellationToken);

    public override Task<Payload> WaitForExternalEventAsync(string name, CancellationToken cancellationToken = default)
    {
        DurableLimits.CheckName(name, nameof(name));
        return _events.WaitAsync(name, cancellationToken);
    }

    public override void ContinueAsNew(Payload newInput, bool preserveUnprocessedEvents = true)
    {
        context.ContinueAsNew(start with { Input = newInput }, preserveUnprocessedEvents);
        if (preserveUnprocessedEvents)
        {
            _events.HandOn();
        }
    }

    public override void SetCustomStatus(Payload status) => context.SetCustomStatus(status);

    public override Guid NewGuid() => context.NewGuid();

    private async Task<ActivityOutcome> RunAsync(string function, ActivityCall call)
    {
        try
        {
            return await context.CallActivityAsync<ActivityOutcome>(function, call)
                ?? throw new InvalidOperationException($"The function '{function}' returned nothing for the activity '{call.Name}'.");
        }
        catch (Microsoft.DurableTask.TaskFailedException problem)
        {
            // The function itself failed, before or after the activity: a host that stops, a result that is too large.
            return new ActivityOutcome(Payload.Null, Failures.From(problem.FailureDetails));
        }
    }
}
