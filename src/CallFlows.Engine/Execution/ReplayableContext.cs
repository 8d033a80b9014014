using CallFlows.Durable;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Errors;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Execution;

/// <summary>The context an orchestrator sees. Every decision goes through the log, every wait through a pending task.</summary>
internal sealed class ReplayableContext : OrchestrationContext
{
    private readonly InstanceRecord _record;
    private readonly EngineOptions _options;
    private readonly TurnScheduler _scheduler;
    private readonly IExecutionGuard _guard;
    private readonly PendingTasks _pending = new();
    private int _lastTaskId;
    private int _guids;

    public ReplayableContext(
        InstanceRecord record, EngineOptions options, TurnScheduler scheduler, IExecutionGuard guard)
    {
        _record = record;
        _options = options;
        _scheduler = scheduler;
        _guard = guard;
        CustomStatus = record.CustomStatus;
    }

    public DecisionLog Log { get; } = new();

    public ExternalEvents Events { get; } = new();

    public DateTimeOffset Now { get; set; }

    public DateTimeOffset StartedAt { get; set; }

    public Payload CustomStatus { get; private set; }

    /// <summary>What the code asked for with continue-as-new, last call wins.</summary>
    public NextExecution? Next { get; private set; }

    public bool IsWaiting => _pending.Count > 0 || Events.OpenWaits > 0;

    public override string InstanceId => _record.InstanceId;

    public override string Name => _record.Name;

    public override Payload Input => _record.Input;

    public override DateTimeOffset CurrentUtcDateTime
    {
        get
        {
            RequireTurn(nameof(CurrentUtcDateTime));
            return Now;
        }
    }

    public override bool IsReplaying => Log.IsReplaying;

    public override Task<Payload> CallActivityAsync(string name, Payload input, ActivityOptions? options = null)
    {
        RequireTurn(nameof(CallActivityAsync));
        DurableLimits.CheckName(name, nameof(name));
        Limits.CheckPayload(input, _options.MaxPayloadBytes, $"The input of activity '{name}'");
        return options?.Retry is { MaxAttempts: > 1 } retry
            ? CallWithRetriesAsync(name, input, options.Source, retry)
            : ScheduleActivity(name, input, options?.Source, 1, null).Task;
    }

    public override Task<Payload> CallSubOrchestrationAsync(string name, Payload input, SubOrchestrationOptions? options = null)
    {
        RequireTurn(nameof(CallSubOrchestrationAsync));
        DurableLimits.CheckName(name, nameof(name));
        Limits.CheckPayload(input, _options.MaxPayloadBytes, $"The input of sub-orchestration '{name}'");
        if (options?.InstanceId is { } given)
        {
            DurableLimits.CheckInstanceId(given);
        }

        PendingTask task = NewTask(name);
        Decide(new HistoryEvent
        {
            Type = HistoryEventType.SubOrchestrationScheduled,
            Time = Now,
            TaskId = task.Id,
            Name = name,
            Source = options?.Source,
            Payload = input,
            ChildInstanceId = options?.InstanceId ?? ChildIds.Derive(InstanceId, _record.Generation, task.Id),
        });
        return task.Task;
    }

    public override Task CreateTimerAsync(DateTimeOffset fireAt, CancellationToken cancellationToken = default, string? source = null)
    {
        RequireTurn(nameof(CreateTimerAsync));
        return cancellationToken.IsCancellationRequested
            ? Task.FromCanceled(cancellationToken)
            : ScheduleTimer(fireAt, cancellationToken, source).Task;
    }

    public override Task<Payload> WaitForExternalEventAsync(string name, CancellationToken cancellationToken = default)
    {
        RequireTurn(nameof(WaitForExternalEventAsync));
        DurableLimits.CheckName(name, nameof(name));
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<Payload>(cancellationToken);
        }

        if (Events.TryTake(name, out Payload data))
        {
            return Task.FromResult(data);
        }

        PendingTask wait = new(0, name);
        Events.AddWait(wait);
        if (cancellationToken.CanBeCanceled)
        {
            wait.OnCancelled(cancellationToken, CancelWait);
        }

        return wait.Task;
    }

    public override void ContinueAsNew(Payload newInput, bool preserveUnprocessedEvents = true)
    {
        RequireTurn(nameof(ContinueAsNew));
        Limits.CheckPayload(newInput, _options.MaxPayloadBytes, "The input of the next execution");
        Next = new NextExecution(newInput, preserveUnprocessedEvents);
    }

    public override void SetCustomStatus(Payload status)
    {
        RequireTurn(nameof(SetCustomStatus));
        Limits.CheckPayload(status, _options.MaxPayloadBytes, "The custom status");
        CustomStatus = status;
    }

    public override Guid NewGuid()
    {
        RequireTurn(nameof(NewGuid));
        return DeterministicGuid.Create(InstanceId, _record.Generation, StartedAt, ++_guids);
    }

    public bool IsPending(int taskId) => _pending.Contains(taskId);

    /// <summary>Takes a task out of those that are pending; null when nobody waits for it any more.</summary>
    public PendingTask? TakePending(int taskId) => _pending.Take(taskId);

    private async Task<Payload> CallWithRetriesAsync(string name, Payload input, string? source, RetryPolicy retry)
    {
        string? executionId = null;
        for (int attempt = 1; ; attempt++)
        {
            PendingTask task = ScheduleActivity(name, input, source, attempt, executionId);
            executionId ??= ExecutionIdOf(task.Id);
            try
            {
                return await task.Task;
            }
            catch (TaskFailedException error)
                when (attempt < retry.MaxAttempts && !retry.NonRetryableErrors.Contains(error.Failure.ErrorType))
            {
            }

            await ScheduleTimer(Now + retry.DelayAfter(attempt), CancellationToken.None, source).Task;
        }
    }

    private PendingTask ScheduleActivity(string name, Payload input, string? source, int attempt, string? executionId)
    {
        PendingTask task = NewTask(name);
        Decide(new HistoryEvent
        {
            Type = HistoryEventType.ActivityScheduled,
            Time = Now,
            TaskId = task.Id,
            Name = name,
            Source = source,
            Payload = input,
            Attempt = attempt,
            ExecutionId = executionId ?? ExecutionIdOf(task.Id),
        });
        return task;
    }

    private PendingTask ScheduleTimer(DateTimeOffset fireAt, CancellationToken cancellationToken, string? source)
    {
        PendingTask timer = NewTask("timer");
        Decide(new HistoryEvent
        {
            Type = HistoryEventType.TimerCreated,
            Time = Now,
            TaskId = timer.Id,
            Source = source,
            FireAt = fireAt.ToUniversalTime(),
        });
        if (cancellationToken.CanBeCanceled)
        {
            timer.OnCancelled(cancellationToken, CancelTimer);
        }

        return timer;
    }

    private void CancelTimer(PendingTask timer, CancellationToken token)
    {
        if (IsCancelledFromOutside("timer") || _pending.Take(timer.Id) is null)
        {
            return;
        }

        Decide(new HistoryEvent { Type = HistoryEventType.TimerCancelled, Time = Now, TaskId = timer.Id });
        timer.Cancel(token);
    }

    private void CancelWait(PendingTask wait, CancellationToken token)
    {
        if (!IsCancelledFromOutside($"wait for '{wait.Name}'") && Events.RemoveWait(wait))
        {
            wait.Cancel(token);
        }
    }

    private bool IsCancelledFromOutside(string what)
    {
        if (_scheduler.IsOnTurn)
        {
            return false;
        }

        _guard.OnIllegal(FailureDetails.From(new IllegalOrchestratorCodeException(
            $"A {what} of orchestrator '{Name}' was cancelled from outside its code, which can't be replayed. Cancel only with a "
            + "CancellationTokenSource that the orchestrator made and cancels itself; for a deadline use CreateTimerAsync.")));
        return true;
    }

    private PendingTask NewTask(string name)
    {
        PendingTask task = new(++_lastTaskId, name);
        _pending.Add(task);
        return task;
    }

    private void Decide(HistoryEvent decision)
    {
        if (Log.Record(decision, CallerLine.Find) is null)
        {
            // From here on the code must not go on: its tasks never complete and its queue stands still.
            _scheduler.Halt();
        }
    }

    private string ExecutionIdOf(int taskId) => $"{InstanceId}:{_record.Generation}:{taskId}";

    private void RequireTurn(string member)
    {
        if (_scheduler.IsOnTurn)
        {
            return;
        }

        string where = CallerLine.Find() is { } line ? $" at {line}" : "";
        IllegalOrchestratorCodeException error = new(
            $"Orchestrator '{Name}' used {member}{where} outside its context. An orchestrator must await only tasks of its context, "
            + "without ConfigureAwait(false) and without Task.Run; do other work in an activity.");
        _guard.OnIllegal(FailureDetails.From(error));
        throw error;
    }
}
