namespace CallFlows.Flows;

/// <summary>
/// An <see cref="InboundCallFlow"/> for a call that may last for hours, such as one in a queue: it continues as new from time to time,
/// which keeps it cheap however long it lasts.
/// </summary>
/// <typeparam name="TState">What one execution hands on to the next, stored as JSON.</typeparam>
public abstract class InboundCallFlow<TState> : InboundCallFlow
    where TState : class
{
    /// <summary>The conversation, from its beginning or from where the execution before has left off.</summary>
    /// <param name="incoming">The call; <see cref="IncomingCall.Call"/> is set when it was answered before.</param>
    /// <param name="state">What the execution before has handed on; null in the first one.</param>
    protected abstract Task RunAsync(IncomingCall incoming, TState? state);

    /// <inheritdoc/>
    protected sealed override Task RunAsync(IncomingCall incoming)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        return RunAsync(incoming, incoming.State.To<TState>());
    }

    /// <summary>
    /// Lets the flow begin again with another state and an empty history. Its calls go on, prompts play on, and signals that nobody took
    /// are kept. It takes effect when <see cref="RunAsync(IncomingCall, TState?)"/> returns.
    /// </summary>
    /// <param name="incoming">The call.</param>
    /// <param name="state">What to hand on.</param>
    protected static void ContinueAsNew(IncomingCall incoming, TState state)
    {
        ArgumentNullException.ThrowIfNull(incoming);
        ArgumentNullException.ThrowIfNull(state);
        incoming.ContinueAsNew(Durable.Payload.From(state));
    }
}
