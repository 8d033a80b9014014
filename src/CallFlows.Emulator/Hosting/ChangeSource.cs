namespace CallFlows.Emulator.Hosting;

/// <summary>Guards what several threads read and change, and tells those who wait of each change.</summary>
internal sealed class ChangeSource
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next change. Take it before looking at what may have changed.</summary>
    public Task Next
    {
        get { lock (_gate) return _next.Task; }
    }

    public T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    public void Change(Action change)
    {
        TaskCompletionSource before;
        lock (_gate)
        {
            change();
            before = _next;
            _next = New();
        }

        before.SetResult();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
