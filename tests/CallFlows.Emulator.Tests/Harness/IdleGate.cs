namespace CallFlows.Emulator.Tests.Harness;

/// <summary>Follows the emulator's busy and idle reports.</summary>
internal sealed class IdleGate
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Completed();

    public int Transitions { get; private set; }

    public void Busy()
    {
        lock (_gate)
        {
            Transitions++;
            _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    public void Idle()
    {
        lock (_gate)
            _idle.TrySetResult();
    }

    public bool IsIdle
    {
        get { lock (_gate) return _idle.Task.IsCompleted; }
    }

    public Task WaitAsync()
    {
        lock (_gate)
            return _idle.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static TaskCompletionSource Completed()
    {
        TaskCompletionSource source = new();
        source.SetResult();
        return source;
    }
}
