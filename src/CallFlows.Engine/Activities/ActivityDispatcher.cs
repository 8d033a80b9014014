using CallFlows.Durable;
using CallFlows.Engine.Diagnostics;
using CallFlows.Engine.Errors;
using CallFlows.Engine.Hosting;
using CallFlows.Engine.Instances;
using CallFlows.Engine.Store;

namespace CallFlows.Engine.Activities;

/// <summary>Runs activities on the thread pool, so many at once and no more, in the order they were scheduled.</summary>
internal sealed class ActivityDispatcher(EngineServices engine)
{
    private readonly Lock _gate = new();
    private readonly Queue<(ActivityWork Work, bool IsRedelivered)> _waiting = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _isClosed;

    /// <summary>How many activities wait in line.</summary>
    public int WaitingCount
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Takes on an activity whose scheduling is durable.</summary>
    /// <param name="work">The activity.</param>
    /// <param name="isRedelivered">Whether an earlier engine over the same store may have run it.</param>
    public void Add(ActivityWork work, bool isRedelivered)
    {
        lock (_gate)
        {
            if (_isClosed)
            {
                // It is in the store, and runs after the next start.
                return;
            }

            engine.Tracker.Enter();
            if (engine.Options.ActivityPacer is null && _running >= engine.Options.MaxConcurrentActivities)
            {
                _waiting.Enqueue((work, isRedelivered));
                return;
            }

            _running++;
        }

        if (engine.Options.ActivityPacer is { } pacer)
        {
            pacer.Start(new PacedActivity(this, work, isRedelivered));
            engine.Tracker.Exit();
        }
        else
        {
            Start(work, isRedelivered);
        }
    }

    /// <summary>Starts no activity any more. The task completes when none runs.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            if (!_isClosed)
            {
                _isClosed = true;
                while (_waiting.TryDequeue(out _))
                {
                    engine.Tracker.Exit();
                }

                if (_running == 0)
                {
                    _ended.TrySetResult();
                }
            }
        }

        return _ended.Task;
    }

    /// <summary>Tells running activities to end, and waits for that within the grace time.</summary>
    public async Task CancelAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        try
        {
            // In real time: what an activity waits for lives in it.
            await CloseAsync().WaitAsync(engine.Options.ShutdownGrace).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            Log.ActivitiesLeft(engine.Logger, Volatile.Read(ref _running));
        }
    }

    /// <summary>A paced activity has ended.</summary>
    public void Complete(ActivityWork work, ActivityEnded? ended)
    {
        engine.Tracker.Enter();
        if (ended is not null)
        {
            engine.Send(work.Key.InstanceId, ended);
        }

        lock (_gate)
        {
            if (--_running == 0 && _isClosed)
            {
                _ended.TrySetResult();
            }
        }

        engine.Tracker.Exit();
    }

    private void Start(ActivityWork work, bool isRedelivered) => ThreadPool.UnsafeQueueUserWorkItem(
        static item => _ = item.Dispatcher.RunAsync(item.Work, item.IsRedelivered),
        (Dispatcher: this, Work: work, IsRedelivered: isRedelivered),
        preferLocal: false);

    private async Task RunAsync(ActivityWork work, bool isRedelivered)
    {
        if (await ExecuteAsync(work, work.ContextOf(isRedelivered)).ConfigureAwait(false) is { } ended)
        {
            engine.Send(work.Key.InstanceId, ended);
        }

        bool hasNext;
        (ActivityWork Work, bool IsRedelivered) next;
        lock (_gate)
        {
            hasNext = _waiting.TryDequeue(out next);
            if (!hasNext && --_running == 0 && _isClosed)
            {
                _ended.TrySetResult();
            }
        }

        if (hasNext)
        {
            Start(next.Work, next.IsRedelivered);
        }

        engine.Tracker.Exit();
    }

    /// <summary>What the activity came to; null when it was cancelled by the stop and runs again.</summary>
    public async Task<ActivityEnded?> ExecuteAsync(ActivityWork work, ActivityContext context)
    {
        try
        {
            if (!engine.Registry.Activities.TryGetValue(work.Name, out Activity? activity))
            {
                throw new InvalidOperationException($"No activity '{work.Name}' is registered. Register it before the engine starts.");
            }

            Payload result = await activity(context, _stopping.Token).ConfigureAwait(false);
            Limits.CheckPayload(result, engine.Options.MaxPayloadBytes, $"The result of activity '{work.Name}'");
            return new ActivityEnded(work.Key, work.Name, result, null);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception error)
        {
            Log.ActivityFailed(engine.Logger, error, work.Name, work.ExecutionId, work.Attempt);
            return new ActivityEnded(work.Key, work.Name, Payload.Null, FailureDetails.From(error));
        }
    }
}
