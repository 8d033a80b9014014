using CallFlows.Durable;

namespace CallFlows.Engine.Instances;

/// <content>What operators do to an instance.</content>
internal sealed partial class Turn
{
    private TurnStep Suspend(SuspendMessage suspend)
    {
        if (!IsRunning || Record!.Status == OrchestrationStatus.Suspended)
        {
            return TurnStep.Continue;
        }

        suspend.Result = true;
        Deliver(Event(HistoryEventType.ExecutionSuspended) with { Reason = suspend.Reason });
        if (IsRunning)
        {
            Instance!.Record = Record with { Status = OrchestrationStatus.Suspended };
        }

        return TurnStep.Continue;
    }

    private TurnStep Resume(ResumeMessage resume)
    {
        if (Record is not { } record || (record.Status != OrchestrationStatus.Suspended && !record.IsStopped))
        {
            return TurnStep.Continue;
        }

        if (record.IsStopped && Instance!.History is null)
        {
            return TurnStep.Reload;
        }

        resume.Result = true;
        Instance!.Record = record with { Status = OrchestrationStatus.Running, IsStopped = false, Failure = null };
        Deliver(Event(HistoryEventType.ExecutionResumed) with { Reason = resume.Reason });
        return AfterDelivery();
    }

    private TurnStep Terminate(TerminateMessage terminate)
    {
        if (!IsRunning && Record is not { IsStopped: true })
        {
            return TurnStep.Continue;
        }

        terminate.Result = true;
        Append(Event(HistoryEventType.ExecutionTerminated) with { Payload = terminate.Output });
        Finish(Record! with { Status = OrchestrationStatus.Terminated, Output = terminate.Output, IsStopped = false, Failure = null });
        return TurnStep.Continue;
    }

    private TurnStep Purge(PurgeMessage purge)
    {
        if (Record is not { IsFinished: true } || (purge.EndedAt is { } endedAt && (Record.IsStopped || Record.LastUpdatedAt != endedAt)))
        {
            return TurnStep.Continue;
        }

        if (Commit.History.Count > 0)
        {
            // It ended in this very turn: those who wait for its end must see it first.
            return TurnStep.Reload;
        }

        purge.Result = true;
        Commit.Purge = true;
        Commit.Number = Record.Number;
        Instance = null;
        return TurnStep.Commit;
    }

    private TurnStep Stop(StopInstance stop)
    {
        if (IsRunning && Record!.Generation == stop.Generation)
        {
            StopBecauseOf(stop.Failure);
        }

        return TurnStep.Continue;
    }
}
