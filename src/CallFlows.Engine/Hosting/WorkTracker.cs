namespace CallFlows.Engine.Hosting;

/// <summary>Counts what is in flight and tells when it starts and ends being something.</summary>
internal sealed class WorkTracker(Action? onBusy, Action? onIdle)
{
    private readonly Lock _edge = new();
    private int _count;

    public void Enter()
    {
        int seen = Volatile.Read(ref _count);
        while (seen > 0)
        {
            int found = Interlocked.CompareExchange(ref _count, seen + 1, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }

        // The edges are taken under a lock, so that the hooks alternate.
        lock (_edge)
        {
            if (Interlocked.Increment(ref _count) == 1)
            {
                onBusy?.Invoke();
            }
        }
    }

    public void Exit()
    {
        int seen = Volatile.Read(ref _count);
        while (seen > 1)
        {
            int found = Interlocked.CompareExchange(ref _count, seen - 1, seen);
            if (found == seen)
            {
                return;
            }

            seen = found;
        }

        lock (_edge)
        {
            if (Interlocked.Decrement(ref _count) == 0)
            {
                onIdle?.Invoke();
            }
        }
    }
}
