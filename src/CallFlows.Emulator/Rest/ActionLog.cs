using CallFlows.Emulator.Hosting;
using CallFlows.Protocol.Rest;

namespace CallFlows.Emulator.Rest;

/// <summary>
/// Every REST action that took effect, in the order of effect: the judge of tests that crash or repeat. Reads aren't
/// listed. Bounded; the oldest entries are dropped.
/// </summary>
public sealed class ActionLog
{
    private readonly BoundedLog<ActionLogEntry> _log;
    private readonly IEmulatorObserver? _observer;

    internal ActionLog(EmulatorOptions options, TimeProvider time)
    {
        _log = new(options.Limits.MaxActions, time);
        _observer = options.Observer;
    }

    /// <summary>The entries kept, oldest first.</summary>
    public IReadOnlyList<ActionLogEntry> Entries => _log.Entries;

    internal void Add(CallAutomationOperation operation, RestAnswer answer, Guid? repeatabilityId)
    {
        ActionLogEntry entry = _log.Add((number, at) => new ActionLogEntry(
            number, at, operation.Name, answer.CallConnectionId, repeatabilityId, answer.OperationContext, operation.SuccessStatus));
        _observer?.Acted(entry);
    }
}
