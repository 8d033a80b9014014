using CallFlows.Durable;
using CallFlows.Flows.Running;

namespace CallFlows.Flows;

/// <summary>
/// The conversation with somebody who calls, written as sequential code. Leaving it hangs up a call that was answered; a call that was
/// not answered, rejected or redirected goes on ringing.
/// </summary>
public abstract class InboundCallFlow : IFlow
{
    /// <summary>The conversation.</summary>
    /// <param name="incoming">The call that rings.</param>
    protected abstract Task RunAsync(IncomingCall incoming);

    async Task<Payload> IFlow.RunAsync(FlowContext flow, Payload input)
    {
        InboundInput given = flow.Runtime.IsContinued ? input.To<InboundInput>()! : new InboundInput(input.To<IncomingCallNotification>());
        IncomingCallNotification notification = given.Call
            ?? throw new InvalidOperationException($"{GetType().Name} answers calls: it can only be started by an incoming call. To start a flow by hand, derive it from CallFlow<TInput, TResult>.");
        await RunAsync(new IncomingCall(flow, notification, given.State));
        return Payload.Null;
    }
}
