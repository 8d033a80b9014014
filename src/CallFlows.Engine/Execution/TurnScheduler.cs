namespace CallFlows.Engine.Execution;

/// <summary>
/// The synchronization context of one live execution: runs its continuations first in, first out, on the thread of the turn. What is
/// posted from any other thread comes from code that can't be replayed and is not run.
/// </summary>
internal sealed class TurnScheduler(IExecutionGuard guard) : SynchronizationContext
{
    // One for each thread that runs turns, as an execution that waits needs none.
    [ThreadStatic]
    private static Queue<(SendOrPostCallback Callback, object? State)>? _spareQueue;

    private Queue<(SendOrPostCallback Callback, object? State)>? _ready;
    private int _turnThread;
    private SynchronizationContext? _outer;
    private bool _halted;

    /// <summary>Whether the calling thread is the one that runs a turn of this execution now.</summary>
    public bool IsOnTurn => Volatile.Read(ref _turnThread) == Environment.CurrentManagedThreadId;

    public void Begin()
    {
        _outer = Current;
        _ready = _spareQueue ?? new Queue<(SendOrPostCallback, object?)>();
        _spareQueue = null;
        Volatile.Write(ref _turnThread, Environment.CurrentManagedThreadId);
        SetSynchronizationContext(this);
    }

    /// <summary>Runs continuations until none is ready.</summary>
    public void Drain()
    {
        while (!_halted && _ready!.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
        {
            next.Callback(next.State);
        }
    }

    public void End()
    {
        SetSynchronizationContext(_outer);
        _outer = null;
        _ready!.Clear();
        _spareQueue = _ready;
        _ready = null;
        Volatile.Write(ref _turnThread, 0);
    }

    /// <summary>Runs nothing any more.</summary>
    public void Halt() => _halted = true;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsOnTurn)
        {
            _ready!.Enqueue((d, state));
        }
        else
        {
            guard.OnForeignPost(state);
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsOnTurn)
        {
            guard.OnForeignPost(state);
            throw new IllegalOrchestratorCodeException("An orchestration's context was sent work from another thread.");
        }

        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
