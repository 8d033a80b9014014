using CallFlows.Durable;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Errors;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Execution;

/// <summary>
/// One execution of an orchestrator in memory. Each thing that happens to it is one episode: the event goes into the history, the code runs
/// until nothing can go on, its decisions follow in the history. Replaying the history runs the same episodes, so dropping an
/// execution and replaying it changes nothing. Used by one turn at a time.
/// </summary>
internal sealed class LiveExecution : IExecutionGuard
{
    private readonly InstanceRecord _record;
    private readonly OrchestratorRegistration _registration;
    private readonly EngineOptions _options;
    private readonly Action<StopReport> _onIllegalOutsideTurn;
    private readonly TurnScheduler _scheduler;
    private readonly ReplayableContext _context;
    private EventIds _eventIds;
    private Queue<HistoryEvent>? _heldBack;
    private Task<Payload>? _root;
    private FailureDetails? _stop;
    private Exception? _unhandled;
    private bool _isHeld;

    /// <param name="record">The instance as it was when this execution started.</param>
    /// <param name="registration">Its code.</param>
    /// <param name="options">Limits.</param>
    /// <param name="onIllegalOutsideTurn">Told, on any thread, what the code did outside its turns.</param>
    public LiveExecution(
        InstanceRecord record, OrchestratorRegistration registration, EngineOptions options, Action<StopReport> onIllegalOutsideTurn)
    {
        _record = record;
        _registration = registration;
        _options = options;
        _onIllegalOutsideTurn = onIllegalOutsideTurn;
        _scheduler = new TurnScheduler(this);
        _context = new ReplayableContext(record, options, _scheduler, this);
    }

    /// <summary>How the execution ended; null while it goes on.</summary>
    public ExecutionEnd? End { get; private set; }

    public Payload CustomStatus => _context.CustomStatus;

    public bool HasSeen(string eventId) => _eventIds.Contains(eventId);

    /// <summary>Whether a task's end still means anything: it is pending, or nobody can say as the instance is held.</summary>
    public bool MayWaitFor(int taskId) => _isHeld || _context.IsPending(taskId);

    /// <summary>Where the code departed from the history; null when it did not.</summary>
    public Departure? Departure => _context.Log.Mismatch;

    /// <summary>Compares the decisions of a replay that is a test; null in an engine's own.</summary>
    public IReplayJudge? Judge
    {
        set => _context.Log.Judge = value;
    }

    /// <summary>Rebuilds the execution.</summary>
    /// <returns>Why it could not be rebuilt, or null.</returns>
    public FailureDetails? Replay(IReadOnlyList<HistoryEvent> history)
    {
        _context.Log.BeginReplay(history);
        while (_stop is null && _context.Log.TryReadMessage(out HistoryEvent message, out bool stoppedThere))
        {
            Process(message, stoppedThere);
        }

        NoteMismatch();
        _context.Log.EndReplay();
        return _stop;
    }

    /// <summary>Takes in something that happened.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="history">Gets it and what the code decided upon it.</param>
    public void Apply(HistoryEvent message, List<HistoryEvent> history)
    {
        _context.Log.Appended = history;
        history.Add(message);
        int decided = history.Count;
        Process(message, stoppedThere: false);
        if (_stop is not null)
        {
            // The event stays, what the code made of it doesn't: a resume runs it again.
            history.RemoveRange(decided, history.Count - decided);
            AddStopped(_stop);
        }

        _context.Log.Appended = null;
    }

    private void AddStopped(FailureDetails failure)
    {
        _context.Log.Appended!.Add(new HistoryEvent { Type = HistoryEventType.ExecutionStopped, Time = _context.Now, Failure = failure });
        End = new ExecutionEnd.Stopped(failure);
    }

    private void Process(HistoryEvent message, bool stoppedThere)
    {
        _context.Now = message.Time;
        Remember(message);
        switch (message.Type)
        {
            case HistoryEventType.ExecutionSuspended or HistoryEventType.ExecutionStopped:
                _isHeld = true;
                break;
            case HistoryEventType.ExecutionResumed:
                _isHeld = false;
                while (_stop is null && End is null && _heldBack is not null && _heldBack.TryDequeue(out HistoryEvent? kept))
                {
                    RunEpisode(kept);
                }

                break;
            default:
                if (_isHeld || stoppedThere)
                {
                    (_heldBack ??= new Queue<HistoryEvent>()).Enqueue(message);
                }
                else
                {
                    RunEpisode(message);
                }

                break;
        }
    }

    private void Remember(HistoryEvent message)
    {
        if (message.Type == HistoryEventType.ExecutionStarted)
        {
            _context.StartedAt = message.Time;
            foreach (string id in message.EarlierEventIds)
            {
                _eventIds.Add(id);
            }
        }
        else if (message.EventId is { } eventId)
        {
            _eventIds.Add(eventId);
        }
    }

    private void RunEpisode(HistoryEvent message)
    {
        _scheduler.Begin();
        try
        {
            Dispatch(message);
            _scheduler.Drain();
        }
        catch (Exception error)
        {
            // Only an async void method of the author's can throw here.
            _unhandled = error;
        }
        finally
        {
            _scheduler.End();
        }

        Conclude();
    }

    private void Dispatch(HistoryEvent message)
    {
        switch (message.Type)
        {
            case HistoryEventType.ExecutionStarted:
                _root = Start();
                break;
            case HistoryEventType.EventRaised:
                Complete(_context.Events.Raise(message), message);
                break;
            default:
                Complete(_context.TakePending(message.TaskId!.Value), message);
                break;
        }
    }

    private Task<Payload> Start()
    {
        try
        {
            return _registration.Orchestrator(_context)
                ?? throw new InvalidOperationException($"Orchestrator '{_record.Name}' returned null instead of a task.");
        }
        catch (Exception error)
        {
            // An orchestrator that is not an async method throws before there is a task.
            return Task.FromException<Payload>(error);
        }
    }

    private void Complete(PendingTask? task, HistoryEvent message)
    {
        if (task is null)
        {
            return;
        }

        if (AwaitChain.FindAwaitWithoutContext(task.Task) is { } line)
        {
            _stop = Describe(IllegalAwait.WithoutContext(_record.Name, line));
            _scheduler.Halt();
        }
        else if (message.Failure is { } failure)
        {
            task.Fail(new TaskFailedException(task.Name, failure));
        }
        else
        {
            task.Succeed(message.Payload);
        }
    }

    private void Conclude()
    {
        NoteMismatch();
        if (_stop is not null)
        {
            return;
        }

        Task<Payload> root = _root!;
        Exception? error = _unhandled ?? (root.IsFaulted ? root.Exception.InnerException : null);
        bool ended = error is not null || root.IsCompleted;
        if (ended && _context.Log.IsReplaying)
        {
            EndInReplay(error ?? (root.IsCanceled ? new TaskCanceledException(root) : null));
        }
        else if (ended)
        {
            End = error is not null ? Fail(error) : root.IsCanceled ? Fail(new TaskCanceledException(root)) : Succeed(root.Result);
        }
        else if (!_context.IsWaiting)
        {
            _stop = Describe(IllegalAwait.Forever(_record.Name, AwaitChain.FindInnermostAwait(root)));
        }
    }

    private void EndInReplay(Exception? error)
    {
        HistoryEvent end = error is not null
            ? new HistoryEvent { Type = HistoryEventType.ExecutionFailed, Time = _context.Now, Failure = FailureDetails.From(error) }
            : _context.Next is { } next
                ? new HistoryEvent { Type = HistoryEventType.ExecutionStarted, Time = _context.Now, Payload = next.Input }
                : new HistoryEvent { Type = HistoryEventType.ExecutionCompleted, Time = _context.Now, Payload = _root!.Result };
        string how = error is not null ? $"failed ({error.GetType().Name}: {error.Message})"
            : _context.Next is not null ? "continued as new"
            : "ended";
        if (_context.Log.EndedInReplay(end, how))
        {
            End = error is null ? new ExecutionEnd.Completed(end.Payload) : new ExecutionEnd.Failed(end.Failure!);
        }

        NoteMismatch();
    }

    private ExecutionEnd Succeed(Payload output)
    {
        if (_context.Next is { } next)
        {
            IEnumerable<HistoryEvent> kept = next.KeepEvents
                ? _context.Events.Kept().Concat((_heldBack ?? []).Where(e => e.Type == HistoryEventType.EventRaised))
                : [];
            return new ExecutionEnd.ContinuedAsNew(next.Input, next.KeepEvents, [.. kept], _eventIds.Latest(_options.EventIdWindow));
        }

        if (Limits.TooLarge(output, _options.MaxPayloadBytes, $"The result of orchestrator '{_record.Name}'") is { } tooLarge)
        {
            return Fail(tooLarge);
        }

        _context.Log.Appended!.Add(new HistoryEvent { Type = HistoryEventType.ExecutionCompleted, Time = _context.Now, Payload = output });
        return new ExecutionEnd.Completed(output);
    }

    private ExecutionEnd.Failed Fail(Exception error)
    {
        FailureDetails failure = FailureDetails.From(error);
        _context.Log.Appended!.Add(new HistoryEvent { Type = HistoryEventType.ExecutionFailed, Time = _context.Now, Failure = failure });
        return new ExecutionEnd.Failed(failure);
    }

    private void NoteMismatch()
    {
        if (_stop is null && _context.Log.Mismatch is { } mismatch)
        {
            _stop = Describe(new NonDeterministicOrchestrationException(
                $"The code of orchestrator '{_record.Name}' no longer matches the history of instance '{_record.InstanceId}': {mismatch}. "
                + "Bring back the code the instance started with, or one that makes the same decisions in the same order, then resume it."));
        }
    }

    void IExecutionGuard.OnForeignPost(object? state) =>
        OnIllegal(Describe(IllegalAwait.Foreign(_record.Name, AwaitChain.LineOfPosted(state))));

    public void OnIllegal(FailureDetails failure) => _onIllegalOutsideTurn(new StopReport(_record.InstanceId, _record.Generation, failure));

    // Without a stack trace: the line in the message is the author's, a trace would show the engine's.
    private static FailureDetails Describe(Exception error) => new(error.GetType().FullName!, error.Message);
}
