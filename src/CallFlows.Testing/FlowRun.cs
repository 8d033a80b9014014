using CallFlows.Flows;

namespace CallFlows.Testing;

/// <summary>A flow that a test has started.</summary>
/// <typeparam name="TResult">What it gives back.</typeparam>
public sealed class FlowRun<TResult>
{
    private readonly CallFlowTest _test;

    internal FlowRun(CallFlowTest test, string instanceId)
    {
        _test = test;
        InstanceId = instanceId;
    }

    /// <summary>The instance.</summary>
    public string InstanceId { get; }

    /// <summary>Lets time pass until the flow has ended, and gives its result.</summary>
    /// <exception cref="CallFlowTestException">It never ends, it failed, or a call ended it.</exception>
    public Task<TResult> Result => ResultAsync();

    /// <summary>Lets time pass until the flow has ended, and gives what it leaves behind.</summary>
    /// <exception cref="CallFlowTestException">It never ends, or failed.</exception>
    public Task<FlowOutput> OutputAsync() => _test.OutputOfAsync(InstanceId);

    private async Task<TResult> ResultAsync()
    {
        FlowOutput output = await OutputAsync().ConfigureAwait(false);
        return output.Ending == FlowEnding.Completed
            ? output.Result.To<TResult>()!
            : throw _test.Fail($"{InstanceId} has no result: {output.Outcome}.");
    }
}
