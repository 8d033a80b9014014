namespace CallFlows.Engine.Execution;

/// <summary>
/// Takes down what the code decides: appends it when it happens for the first time, checks it against the history when it is replayed.
/// </summary>
internal sealed class DecisionLog
{
    private IReadOnlyList<HistoryEvent>? _replayed;
    private int _next;

    /// <summary>What decisions are appended to while the code runs; null between its turns and in a replay.</summary>
    public List<HistoryEvent>? Appended { get; set; }

    public bool IsReplaying => _replayed is not null;

    /// <summary>How the code departed from the history, once it has.</summary>
    public Departure? Mismatch { get; private set; }

    /// <summary>
    /// Compares decisions further, in a replay that is a test: the history may then hold the end of its execution, which no history of a running
    /// instance does. Null in an engine's own replays.
    /// </summary>
    public IReplayJudge? Judge { get; set; }

    public void BeginReplay(IReadOnlyList<HistoryEvent> history)
    {
        _replayed = history;
        _next = 0;
    }

    public void EndReplay() => _replayed = null;

    /// <summary>The next event of the replayed history that happened to the code; a decision there was not made this time.</summary>
    public bool TryReadMessage(out HistoryEvent message, out bool stoppedThere)
    {
        stoppedThere = false;
        if (Mismatch is not null || _next >= _replayed!.Count)
        {
            message = null!;
            return false;
        }

        message = _replayed[_next];
        if (message.IsDecision)
        {
            Mismatch = new Departure(
                _next + 1, message, null, null, $"history event {_next + 1} is {message.Describe()}, but the code did nothing of the kind");
            return false;
        }

        _next++;
        stoppedThere = _next < _replayed.Count && _replayed[_next].Type == HistoryEventType.ExecutionStopped;
        return true;
    }

    /// <summary>Takes down a decision.</summary>
    /// <returns>The decision as the history has it, or null when it has another one.</returns>
    public HistoryEvent? Record(HistoryEvent decision, Func<string?> codeLine)
    {
        if (Mismatch is not null)
        {
            return null;
        }

        if (_replayed is null)
        {
            Appended!.Add(decision);
            return decision;
        }

        HistoryEvent? recorded = _next < _replayed.Count ? _replayed[_next] : null;
        if (recorded is not null && recorded.Type == decision.Type && recorded.Name == decision.Name && recorded.TaskId == decision.TaskId
            && Judge?.IsSame(recorded, decision) != false)
        {
            _next++;
            return recorded;
        }

        string? line = decision.Source ?? codeLine();
        string made = decision.Source is null && line is not null ? $"{decision.Describe()} at {line}" : decision.Describe();
        string text = recorded switch
        {
            null => $"the code made {made} where the history ends at event {_replayed.Count}",
            { IsDecision: true } => $"history event {_next + 1} is {recorded.Describe()}, but the code made {made}",
            _ => $"the code made {made} where history event {_next + 1} is {recorded.Describe()}",
        };
        Mismatch = new Departure(recorded is null ? null : _next + 1, recorded, decision, line, text);
        return null;
    }

    /// <summary>The code ended while it was replayed, which the history of a running instance can't hold.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="how">How it ended, in words.</param>
    /// <returns>Whether the history has that end, which only a judge lets pass.</returns>
    public bool EndedInReplay(HistoryEvent end, string how)
    {
        if (Mismatch is not null)
        {
            return false;
        }

        HistoryEvent? recorded = _next < _replayed!.Count ? _replayed[_next] : null;
        if (recorded?.Type == end.Type && Judge?.IsSame(recorded, end) == true)
        {
            _next++;
            return true;
        }

        Mismatch = new Departure(
            recorded is null ? null : _next + 1,
            recorded,
            end,
            null,
            recorded is not null
                ? $"the code {how} where history event {_next + 1} is {recorded.Describe()}"
                : $"the code {how} where the history goes on waiting after event {_replayed.Count}");
        return false;
    }
}
