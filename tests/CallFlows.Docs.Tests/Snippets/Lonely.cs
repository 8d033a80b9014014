using CallFlows.Calls;
using CallFlows.Flows;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>A flow of one caller, which has no use for the list of participants.</summary>
[Flow(Interest = CallEventInterest.NoParticipants)]
public sealed class Lonely : InboundCallFlow
{
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        await call.PlayAsync("The office is closed today. Goodbye.");
    }
}
