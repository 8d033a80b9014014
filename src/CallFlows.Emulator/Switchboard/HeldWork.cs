namespace CallFlows.Emulator.Switchboard;

/// <summary>Work in flight, from now until it is disposed. Waiting on purpose is no work.</summary>
internal sealed class HeldWork(WorkTracker work, TimeProvider time) : IDisposable
{
    private WorkTracker.Scope _scope = work.Begin();

    /// <summary>Work in flight that begins with a wait: the wait's place among others is taken now, before a thread is found for the work.</summary>
    public static (HeldWork Held, IdleWait? Wait) After(WorkTracker work, TimeProvider time, TimeSpan delay, CancellationToken cancellationToken) =>
        (new HeldWork(work, time), delay == TimeSpan.Zero ? null : new IdleWait(work, time, delay, cancellationToken));

    /// <summary>Waits without counting as work. Cancellation ends the wait early, without an exception.</summary>
    public async Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay == TimeSpan.Zero)
            return;
        await PauseAsync(new IdleWait(work, time, delay, cancellationToken));
    }

    /// <summary>Waits for a wait that has begun, without counting as work.</summary>
    public async Task PauseAsync(IdleWait wait)
    {
        _scope.Dispose();
        _scope = await wait.Woken;
    }

    public void Dispose() => _scope.Dispose();
}
