namespace CallFlows.Engine.Store;

/// <summary>Everything one turn changes. A store applies all of it or nothing.</summary>
internal sealed partial class TurnCommit(string instanceId)
{
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

    public List<string> ConsumedMessages { get; } = [];

    public List<StoredMessage> SentMessages { get; } = [];

    public List<ActivityWork> NewActivities { get; } = [];

    public List<TaskKey> EndedActivities { get; } = [];

    public List<TimerRecord> NewTimers { get; } = [];

    public List<TaskKey> EndedTimers { get; } = [];

    public bool IsEmpty => Record is null && !Purge && ConsumedMessages.Count == 0 && EndedActivities.Count == 0 && EndedTimers.Count == 0;
}
