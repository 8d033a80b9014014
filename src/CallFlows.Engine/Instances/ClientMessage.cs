namespace CallFlows.Engine.Instances;

/// <summary>A client's call; it returns when the turn that took it in is durable.</summary>
internal abstract class ClientMessage<TResult>(TResult otherwise) : InstanceMessage
{
    private readonly TResult _otherwise = otherwise;
    private readonly TaskCompletionSource<TResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>What the call returns, set by the turn.</summary>
    public TResult Result { get; set; } = otherwise;

    public Task<TResult> Completion => _completion.Task;

    public override bool IsKeptOnFailure => false;

    public override void Begin() => Result = _otherwise;

    public override void Acknowledge() => _completion.TrySetResult(Result);

    public override void Fail(Exception error) => _completion.TrySetException(error);
}
