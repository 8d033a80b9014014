using CallFlows.Emulator.Switchboard;

namespace CallFlows.Emulator.Rest;

/// <summary>The work a request holds until its answer has left. Waiting on purpose is no work.</summary>
internal sealed class RequestWork(WorkTracker work, TimeProvider time) : IDisposable
{
    private WorkTracker.Scope _scope = work.Begin();

    public async Task PauseAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay == TimeSpan.Zero)
            return;
        IdleWait wait = new(work, time, delay, cancellationToken);
        _scope.Dispose();
        _scope = await wait.Woken;
    }

    public void Dispose() => _scope.Dispose();
}
