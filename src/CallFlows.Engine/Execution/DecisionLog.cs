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
    public string? Mismatch { get; private set; }

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
            Mismatch = $"history event {_next + 1} is {message.Describe()}, but the code did nothing of the kind";
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
        if (recorded is not null && recorded.Type == decision.Type && recorded.Name == decision.Name && recorded.TaskId == decision.TaskId)
        {
            _next++;
            return recorded;
        }

        string made = decision.Source is null && codeLine() is { } line
            ? $"{decision.Describe()} at {line}"
            : decision.Describe();
        Mismatch = recorded switch
        {
            null => $"the code made {made} where the history ends at event {_replayed.Count}",
            { IsDecision: true } => $"history event {_next + 1} is {recorded.Describe()}, but the code made {made}",
            _ => $"the code made {made} where history event {_next + 1} is {recorded.Describe()}",
        };
        return null;
    }

    /// <summary>The code ended while it was replayed, which the history of a running instance can't hold.</summary>
    public void EndedInReplay(string how) =>
        Mismatch ??= _next < _replayed!.Count
            ? $"the code {how} where history event {_next + 1} is {_replayed[_next].Describe()}"
            : $"the code {how} where the history goes on waiting after event {_replayed.Count}";
}
