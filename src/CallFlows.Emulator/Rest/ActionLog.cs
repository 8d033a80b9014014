using CallFlows.Emulator.Hosting;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>
/// Every REST action that took effect, in the order of effect: the judge of tests that crash or repeat. Reads aren't
/// listed. Bounded; the oldest entries are dropped.
/// </summary>
public sealed class ActionLog
{
    private readonly int _limit;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly Queue<ActionLogEntry> _entries = new();
    private long _last;

    internal ActionLog(EmulatorOptions options, TimeProvider time)
    {
        _limit = options.Limits.MaxActions;
        _time = time;
    }

    /// <summary>The entries kept, oldest first.</summary>
    public IReadOnlyList<ActionLogEntry> Entries
    {
        get { lock (_gate) return _entries.ToArray(); }
    }

    internal void Add(CallAutomationOperation operation, RestAnswer answer, Guid? repeatabilityId)
    {
        lock (_gate)
        {
            if (_entries.Count >= _limit)
                _entries.Dequeue();
            _entries.Enqueue(new ActionLogEntry(
                ++_last, _time.GetUtcNow(), operation.Name, answer.CallConnectionId, repeatabilityId, answer.OperationContext,
                operation.SuccessStatus));
        }
    }
}
