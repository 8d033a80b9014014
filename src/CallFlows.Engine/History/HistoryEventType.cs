namespace CallFlows.Engine;

/// <summary>What one event of a history says.</summary>
public enum HistoryEventType
{
    /// <summary>The execution started, or started again as new.</summary>
    ExecutionStarted,

    /// <summary>The code scheduled an activity, or the next attempt of one.</summary>
    ActivityScheduled,

    /// <summary>An activity ended with a result.</summary>
    ActivityCompleted,

    /// <summary>An attempt of an activity failed.</summary>
    ActivityFailed,

    /// <summary>The code created a timer, or a retry policy did.</summary>
    TimerCreated,

    /// <summary>A timer was due.</summary>
    TimerFired,

    /// <summary>The code cancelled a timer.</summary>
    TimerCancelled,

    /// <summary>The code started another orchestration.</summary>
    SubOrchestrationScheduled,

    /// <summary>A sub-orchestration ended with a result.</summary>
    SubOrchestrationCompleted,

    /// <summary>A sub-orchestration failed, was terminated, or could not be started.</summary>
    SubOrchestrationFailed,

    /// <summary>An external event was raised.</summary>
    EventRaised,

    /// <summary>An operator held the instance.</summary>
    ExecutionSuspended,

    /// <summary>An operator let the instance go on.</summary>
    ExecutionResumed,

    /// <summary>
    /// The engine stopped the instance because its code can't be replayed or doesn't match its history. What came just before it
    /// has not been run; resuming runs it.
    /// </summary>
    ExecutionStopped,

    /// <summary>The code ended with a result.</summary>
    ExecutionCompleted,

    /// <summary>The code ended with an error.</summary>
    ExecutionFailed,

    /// <summary>An operator ended the instance.</summary>
    ExecutionTerminated,
}
