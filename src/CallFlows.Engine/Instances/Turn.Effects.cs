using CallFlows.Durable;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Execution;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Instances;

/// <content>How an event reaches the code, and how what the code decided gets into the commit.</content>
internal sealed partial class Turn
{
    private bool _goesOnAsNew;

    private void Deliver(HistoryEvent message)
    {
        if (Record!.IsStopped)
        {
            Append(message);
            return;
        }

        if (EnsureLive() is { } failure)
        {
            Append(message);
            StopBecauseOf(failure);
            return;
        }

        LiveExecution live = Instance!.Live!;
        int first = Commit.History.Count;
        live.Apply(message, Commit.History);
        for (int i = first; i < Commit.History.Count; i++)
        {
            Note(Commit.History[i]);
        }

        if (Record.CustomStatus != live.CustomStatus)
        {
            Instance.Record = Record with { CustomStatus = live.CustomStatus };
        }

        switch (live.End)
        {
            case ExecutionEnd.Completed completed:
                Finish(Record with { Status = OrchestrationStatus.Completed, Output = completed.Output });
                break;
            case ExecutionEnd.Failed failed:
                Finish(Record with { Status = OrchestrationStatus.Failed, Failure = failed.Failure });
                break;
            case ExecutionEnd.Stopped stopped:
                Finish(Record with { Status = OrchestrationStatus.Failed, Failure = stopped.Failure, IsStopped = true });
                break;
            case ExecutionEnd.ContinuedAsNew next:
                GoOnAsNew(next);
                break;
        }
    }

    /// <summary>Rebuilds the code when it isn't in memory.</summary>
    /// <returns>Why that could not be done, or null.</returns>
    private FailureDetails? EnsureLive()
    {
        LoadedInstance loaded = Instance!;
        if (loaded.Live is not null)
        {
            return null;
        }

        if (engine.Registry.FindOrchestrator(loaded.Record.Name, loaded.Record.Version) is not { } registration)
        {
            return new FailureDetails(
                typeof(NonDeterministicOrchestrationException).FullName!,
                $"No orchestrator '{loaded.Record.Name}' of version {loaded.Record.Version} is registered. Register the one the instance "
                + "started with, then resume it.");
        }

        if (CodeReview.Find(registration) is { } illegal)
        {
            return illegal;
        }

        LiveExecution live = new(loaded.Record, registration, engine.Options, engine.OnIllegal);
        if (loaded.History is { } history && live.Replay(history) is { } failure)
        {
            return failure;
        }

        loaded.Live = live;
        loaded.History = null;
        return null;
    }

    private void StopBecauseOf(FailureDetails failure)
    {
        Append(Event(HistoryEventType.ExecutionStopped) with { Failure = failure });
        Finish(Record! with { Status = OrchestrationStatus.Failed, Failure = failure, IsStopped = true });
    }

    private void Finish(InstanceRecord ended)
    {
        HasEnded = true;
        Instance!.Record = ended;
        Instance.Live = null;
        Instance.History = null;
        if (!ended.IsStopped)
        {
            Commit.ClearTimers = true;
            Commit.NewTimers.Clear();
        }

        if (ended.Parent is { } parent)
        {
            FailureDetails? failure = ended.Status == OrchestrationStatus.Terminated
                ? new FailureDetails(typeof(OrchestrationTerminatedException).FullName!, $"Instance '{instanceId}' was terminated.")
                : ended.Failure;
            SendToParent(parent, ended.Name, ended.Output, failure);
        }
    }

    private void GoOnAsNew(ExecutionEnd.ContinuedAsNew next)
    {
        int generation = Record!.Generation + 1;
        Instance!.Record = Record with { Generation = generation, Input = next.Input };
        Instance.Live = null;
        Instance.History = null;
        Instance.WeighNothing();
        Commit.ClearHistory = true;
        Commit.History.Clear();
        Commit.ClearTimers = true;
        Commit.NewTimers.Clear();
        _goesOnAsNew = true;
        Send(
            $"{instanceId}:{generation}:next",
            instanceId,
            new NextGeneration(generation, next.Input, next.KeepsEvents, next.Events, next.EarlierEventIds));
    }

    /// <summary>Hands events an execution did not come to take to the one that follows it.</summary>
    private void PassOn(IReadOnlyList<HistoryEvent> events)
    {
        int index = Commit.SentMessages.FindIndex(message => message.Content is NextGeneration { KeepsEvents: true });
        if (index >= 0 && Commit.SentMessages[index].Content is NextGeneration next)
        {
            NextGeneration more = new(next.Generation, next.Input, next.KeepsEvents, [.. next.Events, .. events], next.EarlierEventIds);
            Commit.SentMessages.RemoveAt(index);
            Send($"{instanceId}:{next.Generation}:next", instanceId, more);
        }
    }

    private void Append(HistoryEvent happened)
    {
        Commit.History.Add(happened);
        Note(happened);
    }

    /// <summary>Gathers what else changes by an event of the history.</summary>
    private void Note(HistoryEvent happened)
    {
        // While stopped, or before a rebuild failed, the history in memory is what a resume goes on from.
        Instance!.History?.Add(happened);
        Instance.Weigh(happened);
        TaskKey key = new(instanceId, Record!.Generation, happened.TaskId ?? 0);
        switch (happened.Type)
        {
            case HistoryEventType.ActivityScheduled:
                Commit.NewActivities.Add(
                    new ActivityWork(key, happened.Name!, happened.ExecutionId!, happened.Attempt!.Value, happened.Payload));
                break;
            case HistoryEventType.TimerCreated:
                Commit.NewTimers.Add(new TimerRecord(key, happened.FireAt!.Value));
                break;
            case HistoryEventType.TimerCancelled when Commit.NewTimers.RemoveAll(timer => timer.Key == key) == 0:
                Commit.EndedTimers.Add(key);
                break;
            case HistoryEventType.SubOrchestrationScheduled:
                Send(
                    $"{instanceId}:{key.Generation}:{key.TaskId}:start",
                    happened.ChildInstanceId!,
                    new SubOrchestrationStart(
                        happened.Name!, engine.Registry.FindOrchestrator(happened.Name!)?.Version ?? 1, happened.Payload, key));
                break;
        }
    }

    private void SendToParent(TaskKey parent, string name, Payload result, FailureDetails? failure) =>
        Send(
            $"{instanceId}:{parent.InstanceId}:{parent.Generation}:{parent.TaskId}:end",
            parent.InstanceId,
            new SubOrchestrationEnded(parent, name, result, failure));

    private void Send(string id, string receiver, InternalMessage message)
    {
        message.StoredId = id;
        Commit.SentMessages.Add(new StoredMessage(id, receiver, message));
    }

    /// <summary>Completes the commit. When the turn takes in more afterwards, it is to be closed again.</summary>
    public void Close()
    {
        if (Instance is null)
        {
            return;
        }

        InstanceRecord record = Instance.Record;
        Commit.Number = record.Number;
        if (Commit.IsNew || Commit.History.Count > 0 || Commit.ClearHistory)
        {
            Instance.Record = record with
            {
                LastUpdatedAt = _now,
                Turn = (_before?.Turn ?? 0) + 1,
                HistoryLength = (Commit.ClearHistory ? 0 : _before?.HistoryLength ?? 0) + Commit.History.Count,
            };
            Commit.Record = Instance.Record;
            Commit.ChangesStanding = _before?.Status != record.Status || _before.Failure != record.Failure;
        }
    }
}
