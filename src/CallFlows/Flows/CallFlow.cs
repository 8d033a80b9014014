using CallFlows.Durable;
using CallFlows.Flows.Running;

namespace CallFlows.Flows;

/// <summary>
/// A durable conversation, written as sequential code: it may place calls, wait for signals and sleep for days. One object runs one
/// instance; fields hold nothing that must survive a restart.
/// </summary>
/// <typeparam name="TInput">What it starts with, stored as JSON.</typeparam>
/// <typeparam name="TResult">What it gives back, stored as JSON.</typeparam>
public abstract class CallFlow<TInput, TResult> : IFlow
{
    /// <summary>The conversation.</summary>
    /// <param name="flow">Everything it may ask of the world.</param>
    /// <param name="input">What it was started with.</param>
    protected abstract Task<TResult> RunAsync(FlowContext flow, TInput input);

    /// <summary>
    /// Lets the flow begin again with another input and an empty history, which keeps a conversation without end cheap. Its calls go on
    /// (<see cref="FlowContext.Calls"/>), prompts play on, and signals that nobody took are kept. It takes effect when
    /// <see cref="RunAsync"/> returns: <c>return ContinueAsNew(flow, next);</c>.
    /// </summary>
    /// <param name="flow">The flow.</param>
    /// <param name="input">What it begins again with, stored as JSON.</param>
    /// <returns>What to return; nobody sees it.</returns>
    protected static TResult ContinueAsNew(FlowContext flow, TInput input)
    {
        ArgumentNullException.ThrowIfNull(flow);
        flow.Runtime.Next = Payload.From(input);
        return default!;
    }

    async Task<Payload> IFlow.RunAsync(FlowContext flow, Payload input) => Payload.From(await RunAsync(flow, input.To<TInput>()!));
}
