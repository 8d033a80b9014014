namespace CallFlows.Engine.Execution;

/// <summary>
/// The synchronization context of one live execution: runs its continuations first in, first out, on the thread of the turn. What is
/// posted from any other thread comes from code that can't be replayed and is not run.
/// </summary>
internal sealed class TurnScheduler(Action<object?> onForeignPost) : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private int _turnThread;
    private SynchronizationContext? _outer;
    private bool _halted;

    /// <summary>Whether the calling thread is the one that runs a turn of this execution now.</summary>
    public bool IsOnTurn => Volatile.Read(ref _turnThread) == Environment.CurrentManagedThreadId;

    public void Begin()
    {
        _outer = Current;
        Volatile.Write(ref _turnThread, Environment.CurrentManagedThreadId);
        SetSynchronizationContext(this);
    }

    /// <summary>Runs continuations until none is ready.</summary>
    public void Drain()
    {
        while (!_halted && _ready.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
        {
            next.Callback(next.State);
        }
    }

    public void End()
    {
        SetSynchronizationContext(_outer);
        _outer = null;
        Volatile.Write(ref _turnThread, 0);
    }

    /// <summary>Runs nothing any more.</summary>
    public void Halt() => _halted = true;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsOnTurn)
        {
            _ready.Enqueue((d, state));
        }
        else
        {
            onForeignPost(state);
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsOnTurn)
        {
            onForeignPost(state);
            throw new IllegalOrchestratorCodeException("An orchestration's context was sent work from another thread.");
        }

        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
