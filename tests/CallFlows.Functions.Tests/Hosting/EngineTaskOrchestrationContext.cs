using CallFlows.Durable;
using Microsoft.DurableTask;
using OfficialFailedException = Microsoft.DurableTask.TaskFailedException;
using OfficialSubOrchestrationOptions = Microsoft.DurableTask.SubOrchestrationOptions;
using TaskFailedException = CallFlows.Durable.TaskFailedException;

namespace CallFlows.Functions.Tests.Hosting;

/// <summary>
/// An orchestrator's context over the embedded engine, with the habits of the official one that an adapter has to know: the latest wait for an event
/// is served first, a cancelled wait takes an event with it, and what nobody waits for is kept and sent again when the orchestration continues as new.
/// </summary>
internal sealed class EngineTaskOrchestrationContext(OrchestrationContext engine, PortDataConverter converter) : TaskOrchestrationContext
{
    /// <summary>The hidden activity by which an orchestration sends an event.</summary>
    public const string SendEventActivity = "stand-in:send-event";

    private readonly Dictionary<string, Stack<Action<Payload>>> _waits = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Queue<Payload>> _buffer = new(StringComparer.OrdinalIgnoreCase);

    public override string InstanceId => engine.InstanceId;

    public override DateTime CurrentUtcDateTime => engine.CurrentUtcDateTime.UtcDateTime;

    public override bool IsReplaying => engine.IsReplaying;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        try
        {
            return converter.FromPayload<TResult>(await engine.CallActivityAsync(name.Name, converter.ToPayload(input)))!;
        }
        catch (TaskFailedException problem)
        {
            throw Official(problem);
        }
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        try
        {
            CallFlows.Durable.SubOrchestrationOptions chosen = new() { InstanceId = (options as OfficialSubOrchestrationOptions)?.InstanceId };
            return converter.FromPayload<TResult>(await engine.CallSubOrchestrationAsync(orchestratorName.Name, converter.ToPayload(input), chosen))!;
        }
        catch (TaskFailedException problem)
        {
            throw Official(problem);
        }
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken) =>
        engine.CreateTimerAsync(new DateTimeOffset(fireAt.ToUniversalTime()), cancellationToken);

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        TaskCompletionSource<T> wait = new();
        cancellationToken.Register(() => wait.TrySetCanceled(cancellationToken));
        if (!_waits.TryGetValue(eventName, out Stack<Action<Payload>>? waits))
        {
            _waits.Add(eventName, waits = new Stack<Action<Payload>>());
            _ = ListenAsync(eventName);
        }

        waits.Push(data => wait.TrySetResult(converter.FromPayload<T>(data)!));
        if (_buffer.TryGetValue(eventName, out Queue<Payload>? buffered) && buffered.TryDequeue(out Payload early))
        {
            waits.Pop()(early);
        }

        return wait.Task;
    }

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        _ = engine.CallActivityAsync(SendEventActivity, Payload.From(new SentEvent(instanceId, eventName, converter.ToPayload(payload))));

    public override void SetCustomStatus(object? customStatus) => engine.SetCustomStatus(converter.ToPayload(customStatus));

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        engine.ContinueAsNew(converter.ToPayload(newInput), preserveUnprocessedEvents);
        foreach ((string name, Queue<Payload> buffered) in _buffer)
        {
            while (preserveUnprocessedEvents && buffered.TryDequeue(out Payload data))
            {
                SendEvent(InstanceId, name, data);
            }
        }
    }

    public override Guid NewGuid() => engine.NewGuid();

    private async Task ListenAsync(string name)
    {
        while (true)
        {
            Payload data = await engine.WaitForExternalEventAsync(name);
            if (_waits[name].TryPop(out Action<Payload>? wait))
            {
                wait(data);
                continue;
            }

            if (!_buffer.TryGetValue(name, out Queue<Payload>? buffered))
            {
                _buffer.Add(name, buffered = new Queue<Payload>());
            }

            buffered.Enqueue(data);
        }
    }

    private static OfficialFailedException Official(TaskFailedException problem) => new(problem.TaskName, 1, OfficialFailures.From(problem.Failure));

    /// <summary>An event that an orchestration sends.</summary>
    public sealed record SentEvent(string InstanceId, string Name, Payload Data);
}
