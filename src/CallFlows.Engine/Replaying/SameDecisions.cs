using CallFlows.Engine.Execution;

namespace CallFlows.Engine.Replaying;

/// <summary>Holds code to the decisions of a recorded history, and keeps how it made them this time.</summary>
internal sealed class SameDecisions : IReplayJudge
{
    private readonly Dictionary<HistoryEvent, HistoryEvent> _made = new(ReferenceEqualityComparer.Instance);

    /// <summary>A decision of the history as the code made it this time; null when it did not.</summary>
    public HistoryEvent? Find(HistoryEvent recorded) => _made.GetValueOrDefault(recorded);

    public bool IsSame(HistoryEvent recorded, HistoryEvent made)
    {
        _made[recorded] = made;
        return recorded.Type == HistoryEventType.ExecutionFailed
            ? recorded.Failure?.ErrorType == made.Failure?.ErrorType
            : EventWords.ActionOf(recorded) == EventWords.ActionOf(made);
    }
}
