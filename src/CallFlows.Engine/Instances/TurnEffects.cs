using CallFlows.Engine.Activities;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Retention;
using CallFlows.Engine.Store;
using CallFlows.Engine.Timers;

namespace CallFlows.Engine.Instances;

/// <summary>Lets out what a turn decided, once its commit is durable.</summary>
internal sealed class TurnEffects(
    EngineServices engine,
    ActivityDispatcher activities,
    TimerQueue timers,
    RetentionSweeper retention,
    CompletionWaiters waiters,
    RecentlyEnded recentlyEnded)
{
    public void Apply(Turn turn)
    {
        TurnCommit commit = turn.Commit;
        if (commit.ClearTimers || commit.Purge)
        {
            timers.RemoveAll(commit.InstanceId);
        }

        if (commit.Purge)
        {
            recentlyEnded.Remove(commit.InstanceId);
        }

        foreach (TaskKey ended in commit.EndedTimers)
        {
            timers.Remove(ended);
        }

        foreach (TimerRecord timer in commit.NewTimers)
        {
            timers.Add(timer);
        }

        foreach (ActivityWork work in commit.NewActivities)
        {
            activities.Add(work, isRedelivered: false);
        }

        foreach (StoredMessage message in commit.SentMessages)
        {
            if (message.Content is not NextGeneration)
            {
                engine.Send(message.InstanceId, message.Content);
            }
        }

        if (turn.HasEnded && commit.Record is { IsFinished: true } record)
        {
            Announce(record);
        }
    }

    private void Announce(InstanceRecord ended)
    {
        if (ended.Failure is { } failure)
        {
            Log.InstanceFailed(engine.Logger, ended.InstanceId, ended.Name, failure.ErrorType, failure.Message);
        }
        else
        {
            Log.InstanceEnded(engine.Logger, ended.InstanceId, ended.Name, ended.Status);
        }

        recentlyEnded.Add(ended);
        retention.Note(ended);
        waiters.Complete(ended);
    }
}
