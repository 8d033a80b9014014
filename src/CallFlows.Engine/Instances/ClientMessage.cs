using CallFlows.Engine.Hosting;

namespace CallFlows.Engine.Instances;

/// <summary>A client's call; it returns when the turn that took it in is durable.</summary>
internal abstract class ClientMessage<TResult>(TResult otherwise) : InstanceMessage
{
    private readonly TResult _otherwise = otherwise;
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Admission? _admission;

    /// <summary>What the call returns, set by the turn.</summary>
    public TResult Result { get; set; } = otherwise;

    public Task<TResult> Completion => _completion.Task;

    public override bool IsKeptOnFailure => false;

    public override void Begin() => Result = _otherwise;

    /// <summary>Asks to be let in, and stays until the call is answered, also when its caller has given up waiting.</summary>
    /// <exception cref="EngineBusyException">There is too much to do.</exception>
    public void Admit(Admission admission)
    {
        admission.Enter();
        _admission = admission;
    }

    public override void Acknowledge()
    {
        Leave();
        _completion.TrySetResult(Result);
    }

    public override void Fail(Exception error)
    {
        Leave();
        _completion.TrySetException(error);
    }

    // Once, and first: a caller who has its answer must find room for its next call.
    private void Leave() => Interlocked.Exchange(ref _admission, null)?.Leave();
}
