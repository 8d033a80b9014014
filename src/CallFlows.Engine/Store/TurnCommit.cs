namespace CallFlows.Engine.Store;

/// <summary>Everything one turn changes. A store applies all of it or nothing.</summary>
internal sealed partial class TurnCommit(string instanceId)
{
    private Gathered<string> _consumed;
    private Gathered<StoredMessage> _sent;
    private Gathered<ActivityWork> _newActivities;
    private Gathered<TaskKey> _endedActivities;
    private Gathered<TimerRecord> _newTimers;
    private Gathered<TaskKey> _endedTimers;

    public string InstanceId { get; } = instanceId;

    /// <summary>The instance's number in the store; 0 when there is no such instance.</summary>
    public long Number { get; set; }

    /// <summary>Where the instance stands now; null when only leftovers of a purged or unknown instance are cleared.</summary>
    public InstanceRecord? Record { get; set; }

    /// <summary>Whether status, output or failure differ from before the turn.</summary>
    public bool ChangesStanding { get; set; }

    /// <summary>Whether the turn created the instance.</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether the instance is deleted with all that belongs to it, messages to it excepted.</summary>
    public bool Purge { get; set; }

    /// <summary>Whether the history is emptied before <see cref="History"/> is appended.</summary>
    public bool ClearHistory { get; set; }

    /// <summary>Whether the timers there were before this turn are deleted.</summary>
    public bool ClearTimers { get; set; }

    /// <summary>Added to the end of the history: <see cref="InstanceRecord.HistoryLength"/> counts them already.</summary>
    public List<HistoryEvent> History { get; } = [];

    public ref Gathered<string> ConsumedMessages => ref _consumed;

    public ref Gathered<StoredMessage> SentMessages => ref _sent;

    public ref Gathered<ActivityWork> NewActivities => ref _newActivities;

    public ref Gathered<TaskKey> EndedActivities => ref _endedActivities;

    public ref Gathered<TimerRecord> NewTimers => ref _newTimers;

    public ref Gathered<TaskKey> EndedTimers => ref _endedTimers;

    public bool IsEmpty => Record is null && !Purge && ConsumedMessages.Count == 0 && EndedActivities.Count == 0 && EndedTimers.Count == 0;
}
