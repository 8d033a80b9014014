namespace CallFlows.Emulator.Switchboard;

/// <summary>
/// Counts work in flight: requests being handled, commands queued, deliveries on their way. A clock that is advanced by
/// hand may move on only while the count is zero.
/// </summary>
internal sealed class WorkTracker(Action? onBusy, Action? onIdle)
{
    private readonly Lock _gate = new();
    private int _count;

    public bool IsIdle
    {
        get { lock (_gate) return _count == 0; }
    }

    public Scope Begin()
    {
        // The hooks run under the lock: two threads must not report busy and idle in the wrong order.
        lock (_gate)
        {
            if (_count++ == 0)
                onBusy?.Invoke();
        }

        return new Scope(this);
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_count == 0)
                onIdle?.Invoke();
        }
    }

    internal sealed class Scope(WorkTracker tracker) : IDisposable
    {
        private WorkTracker? _tracker = tracker;

        public void Dispose() => Interlocked.Exchange(ref _tracker, null)?.End();
    }
}
