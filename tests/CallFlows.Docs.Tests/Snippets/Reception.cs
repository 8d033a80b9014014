using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Docs.Tests.Snippets;

public sealed class Reception : InboundCallFlow
{
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        Choice choice = await call.AskAsync(
            Menu.Say("For opening hours press 1. To speak to someone press 2, or say agent.")
                .Option("hours", Tone.One, "hours", "open").Option("agent", Tone.Two, "agent").Tries(2));

        if (choice.Is("agent") && (await call.TransferAsync(CallEndpoint.Phone("+14255550190"))).Accepted)
            return;

        await call.PlayAsync("We are open from nine to five. Goodbye.");
    } // leaving the flow hangs up
}
