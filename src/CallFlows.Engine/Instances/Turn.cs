using CallFlows.Durable;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <summary>
/// Takes messages of one instance in, lets its code run, and gathers everything that changes in one commit. Nothing is visible
/// outside until that commit is durable.
/// </summary>
internal sealed partial class Turn(EngineServices engine, string instanceId, LoadedInstance? instance)
{
    private readonly InstanceRecord? _before = instance?.Record;
    private DateTimeOffset _now;

    /// <summary>The instance after the turn; null when there is none.</summary>
    public LoadedInstance? Instance { get; private set; } = instance;

    public TurnCommit Commit { get; } = new(instanceId);

    /// <summary>Whether the instance ended in this turn.</summary>
    public bool HasEnded { get; private set; }

    private InstanceRecord? Record => Instance?.Record;

    private bool IsRunning => Record is { IsFinished: false };

    /// <summary>Takes one message in.</summary>
    public TurnStep Take(InstanceMessage message)
    {
        message.Begin();
        _now = engine.Now;
        if (Record is { } record && record.LastUpdatedAt > _now)
        {
            // A clock that was set back must not turn a history around.
            _now = record.LastUpdatedAt;
        }

        return message switch
        {
            StartMessage start => Start(start),
            RaiseEventMessage raise => Raise(raise),
            SuspendMessage suspend => Suspend(suspend),
            ResumeMessage resume => Resume(resume),
            TerminateMessage terminate => Terminate(terminate),
            PurgeMessage purge => Purge(purge),
            ActivityEnded ended => EndActivity(ended),
            TimerDue due => FireTimer(due),
            SubOrchestrationStart start => StartAsChild(start),
            SubOrchestrationEnded ended => EndChild(ended),
            NextGeneration next => StartNext(next),
            StopInstance stop => Stop(stop),
            _ => throw new InvalidOperationException($"A turn knows no message {message.GetType().Name}."),
        };
    }

    private TurnStep Start(StartMessage start)
    {
        if (Instance is not null)
        {
            return TurnStep.Continue;
        }

        start.Result = true;
        Create(start.Code.Name, start.Code.Version, start.Input, parent: null, start.Tags);
        return AfterDelivery();
    }

    private TurnStep StartAsChild(SubOrchestrationStart start)
    {
        Consume(start);
        if (Instance is null)
        {
            Create(start.Name, start.Version, start.Input, start.Parent, InstanceRecord.NoTags);
            return AfterDelivery();
        }

        if (Record!.Parent != start.Parent)
        {
            SendToParent(start.Parent, start.Name, Payload.Null, new FailureDetails(
                typeof(InvalidOperationException).FullName!,
                $"Sub-orchestration '{start.Name}' was not started: there is an instance '{instanceId}' already. Give it another id."));
        }

        return TurnStep.Continue;
    }

    private void Create(string name, int version, Payload input, TaskKey? parent, IReadOnlyDictionary<string, string> tags)
    {
        Commit.IsNew = true;
        Instance = new LoadedInstance(new InstanceRecord
        {
            Number = engine.Store.NextNumber(),
            InstanceId = instanceId,
            Name = name,
            Version = version,
            Tags = tags,
            Generation = 1,
            Turn = 0,
            Status = OrchestrationStatus.Running,
            CreatedAt = _now,
            LastUpdatedAt = _now,
            Input = input,
            Parent = parent,
        });
        Deliver(Event(HistoryEventType.ExecutionStarted) with { Name = name, Payload = input });
    }

    private TurnStep StartNext(NextGeneration next)
    {
        Consume(next);
        if (!IsRunning || Record!.Generation != next.Generation)
        {
            return TurnStep.Continue;
        }

        Instance!.Record = Record with { Input = next.Input };
        Deliver(Event(HistoryEventType.ExecutionStarted) with
        {
            Name = Record.Name,
            Payload = next.Input,
            EarlierEventIds = next.EarlierEventIds,
        });
        List<HistoryEvent> kept = [.. next.Events];
        for (int i = 0; i < kept.Count; i++)
        {
            if (Record is not { IsFinished: false } || Record.Generation != next.Generation)
            {
                // The new execution ended, or went on as new once more, before it took all events.
                PassOn(kept[i..]);
                break;
            }

            Deliver(kept[i] with { Time = _now });
        }

        return AfterDelivery();
    }

    private TurnStep Raise(RaiseEventMessage raise)
    {
        if (!IsRunning && Record is not { IsStopped: true })
        {
            raise.Result = Instance is null ? RaiseEventResult.NotFound : RaiseEventResult.Finished;
            return TurnStep.Continue;
        }

        if (Record!.IsStopped && Instance!.History is null)
        {
            return TurnStep.Reload;
        }

        // An instance that is stopped, or can't be rebuilt, keeps the event: it is needed when the code has been mended.
        if (HasSeen(raise.EventId))
        {
            raise.Result = RaiseEventResult.Duplicate;
            return TurnStep.Continue;
        }

        raise.Result = RaiseEventResult.Accepted;
        Deliver(new HistoryEvent
        {
            Type = HistoryEventType.EventRaised,
            Time = _now,
            Name = raise.Name,
            EventId = raise.EventId,
            Payload = raise.Data,
        });
        return AfterDelivery();
    }

    private bool HasSeen(string eventId) => !Record!.IsStopped && EnsureLive() is null
        ? Instance!.Live!.HasSeen(eventId)
        : Instance!.History!.Exists(happened => happened.EventId == eventId || happened.EarlierEventIds.Contains(eventId));

    private TurnStep EndActivity(ActivityEnded ended)
    {
        Commit.EndedActivities.Add(ended.Key);
        return EndTask(ended.Key, new HistoryEvent
        {
            Type = ended.Failure is null ? HistoryEventType.ActivityCompleted : HistoryEventType.ActivityFailed,
            Time = _now,
            TaskId = ended.Key.TaskId,
            Name = ended.Name,
            Payload = ended.Result,
            Failure = ended.Failure,
        });
    }

    private TurnStep EndChild(SubOrchestrationEnded ended)
    {
        Consume(ended);
        HistoryEventType type = ended.Failure is null
            ? HistoryEventType.SubOrchestrationCompleted
            : HistoryEventType.SubOrchestrationFailed;
        return EndTask(ended.Task, Event(type) with
        {
            TaskId = ended.Task.TaskId,
            Name = ended.Name,
            Payload = ended.Result,
            Failure = ended.Failure,
        });
    }

    private TurnStep FireTimer(TimerDue due)
    {
        Commit.EndedTimers.Add(due.Key);
        return EndTask(due.Key, Event(HistoryEventType.TimerFired) with { TaskId = due.Key.TaskId });
    }

    private TurnStep EndTask(TaskKey key, HistoryEvent end)
    {
        bool takesIt = Record is { } record && record.Generation == key.Generation && (!record.IsFinished || record.IsStopped);
        if (takesIt && (Record!.IsStopped || EnsureLive() is not null || Instance!.Live!.MayWaitFor(key.TaskId)))
        {
            Deliver(end);
            return AfterDelivery();
        }

        return TurnStep.Continue;
    }

    private TurnStep AfterDelivery() => _goesOnAsNew ? TurnStep.Commit : TurnStep.Continue;

    private void Consume(InternalMessage message)
    {
        if (message.StoredId is { } id)
        {
            Commit.ConsumedMessages.Add(id);
        }
    }

    private HistoryEvent Event(HistoryEventType type) => new() { Type = type, Time = _now };
}
