using CallFlows.Emulator.Hosting;

namespace CallFlows.Emulator.Callbacks;

/// <summary>
/// Every callback that the application has answered with success, in that order: what it must not lose from then on. Bounded; the oldest
/// entries are dropped.
/// </summary>
public sealed class DeliveryLog
{
    private readonly BoundedLog<DeliveryLogEntry> _log;

    internal DeliveryLog(EmulatorOptions options, TimeProvider time) => _log = new(options.Limits.MaxDeliveries, time);

    /// <summary>The entries kept, oldest first.</summary>
    public IReadOnlyList<DeliveryLogEntry> Entries => _log.Entries;

    /// <summary>How many there have been, dropped ones too.</summary>
    public long Total => _log.Total;

    internal void Add(string eventId, string type, string connection, Uri uri, int status) =>
        _log.Add((number, at) => new DeliveryLogEntry(number, at, eventId, type, connection, uri.AbsolutePath, status));
}
