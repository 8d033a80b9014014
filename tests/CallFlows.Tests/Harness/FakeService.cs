using CallFlows.Actions;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Testing.Time;

namespace CallFlows.Tests.Harness;

/// <summary>
/// Stands in for the service: records every request, behaves as usual unless a test says otherwise, and reports through the flow
/// client, on the virtual clock.
/// </summary>
internal sealed class FakeService(VirtualTimeProvider clock) : ICallGateway
{
    private readonly Lock _lock = new();
    private readonly List<CallActionRequest> _requests = [];
    private readonly List<FakeCall> _calls = [];
    private readonly List<RaiseEventReport> _reports = [];
    private readonly List<Exception> _failures = [];
    private readonly Dictionary<Type, Queue<Behaviour>> _next = [];
    private readonly Dictionary<Type, Behaviour> _always = [];
    private int _events;

    public FakeCaller Caller { get; } = new();

    /// <summary>Takes the events; set once the host is built.</summary>
    public CallFlowClient? Flows { get; set; }

    /// <summary>Every request in the order they came, repeats too.</summary>
    public IReadOnlyList<CallActionRequest> Requests => Locked(() => _requests.ToArray());

    /// <summary>The actions of all requests.</summary>
    public IReadOnlyList<CallAction> Actions => [.. Requests.Select(request => request.Action)];

    /// <summary>The names of all actions in order: the story at a glance.</summary>
    public IReadOnlyList<string> ActionNames => [.. Actions.Select(action => action.Name)];

    /// <summary>The sides of calls that the flow holds, in the order they came about.</summary>
    public IReadOnlyList<FakeCall> Calls => Locked(() => _calls.ToArray());

    public FakeCall Call => Calls[0];

    /// <summary>Every event that was reported, and what became of it.</summary>
    public IReadOnlyList<RaiseEventReport> Reports => Locked(() => _reports.ToArray());

    /// <summary>What went wrong while reporting.</summary>
    public IReadOnlyList<Exception> Failures => Locked(() => _failures.ToArray());

    /// <summary>What to do with the next action of a kind, once; said several times, in that order.</summary>
    public FakeService Next<TAction>(params Behaviour[] behaviours)
        where TAction : CallAction
    {
        if (!_next.TryGetValue(typeof(TAction), out Queue<Behaviour>? queue))
        {
            _next[typeof(TAction)] = queue = new Queue<Behaviour>();
        }

        foreach (Behaviour behaviour in behaviours)
        {
            queue.Enqueue(behaviour);
        }

        return this;
    }

    /// <summary>What to do with every action of a kind.</summary>
    public FakeService Always<TAction>(Behaviour behaviour)
        where TAction : CallAction
    {
        _always[typeof(TAction)] = behaviour;
        return this;
    }

    public IReadOnlyList<TAction> Sent<TAction>()
        where TAction : CallAction => [.. Actions.OfType<TAction>()];

    public Task<CallActionResult> ExecuteAsync(CallActionRequest request, CancellationToken cancellationToken)
    {
        FakeCall? call;
        Behaviour behaviour;
        lock (_lock)
        {
            _requests.Add(request);
            call = _calls.Find(c => c.ConnectionId == request.CallConnectionId);
            behaviour = _next.TryGetValue(request.Action.GetType(), out Queue<Behaviour>? queue) && queue.TryDequeue(out Behaviour? once)
                ? once
                : _always.GetValueOrDefault(request.Action.GetType(), Usual);
        }

        if (call is null && request.Action is not (AnswerCall or CreateCall or ConnectCall or RejectCall or RedirectCall))
        {
            throw new CallActionException(new CallActionError(request.Action.Name, 400, "no such connection id", null, "no such connection id"));
        }

        return behaviour(new FakeAction(this, request, call));
    }

    public FakeCall Connect(CallActionRequest request)
    {
        lock (_lock)
        {
            CallEndpoint other = request.Action is CreateCall create ? create.Targets[0] : FlowHost.CallerNumber;
            FakeCall call = new(this, request.InstanceId, $"connection-{_calls.Count + 1}", other);
            _calls.Add(call);
            return call;
        }
    }

    public ITimer Later(TimeSpan after, Func<Task> work) => clock.CreateTimer(_ => _ = WorkAsync(work), null, after, Timeout.InfiniteTimeSpan);

    public async Task RaiseAsync(string instanceId, CallEvent callEvent, string? eventId = null)
    {
        string id = eventId ?? $"event-{Interlocked.Increment(ref _events)}";
        Durable.RaiseEventResult result = await Flows!.ReceiveAsync(instanceId, id, callEvent);
        lock (_lock)
        {
            _reports.Add(new RaiseEventReport(callEvent, result));
        }
    }

    private static Task<CallActionResult> Usual(FakeAction action)
    {
        if (action.Action is not (AnswerCall or CreateCall or ConnectCall or RejectCall or RedirectCall) && action.Call.IsGone)
        {
            throw new CallActionException(new CallActionError(action.Action.Name, 404, "8522", null, "Call not found."));
        }

        return Task.FromResult(action.Usually());
    }

    private async Task WorkAsync(Func<Task> work)
    {
        clock.Enter();
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            lock (_lock)
            {
                _failures.Add(exception);
            }
        }
        finally
        {
            clock.Exit();
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_lock)
        {
            return read();
        }
    }
}
