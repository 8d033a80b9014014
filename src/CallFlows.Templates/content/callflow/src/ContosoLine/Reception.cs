using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;
using ContosoLine.CallList;

namespace ContosoLine;

/// <summary>Tells callers the opening hours, or takes a request to be called back.</summary>
public sealed class Reception : InboundCallFlow
{
    private static readonly Menu Welcome =
        Menu.Say("Welcome. For our opening hours press 1 or say hours. To be called back press 2 or say call me.")
            .Option("hours", Tone.One, "hours", "opening hours")
            .Option("call back", Tone.Two, "call me", "call me back")
            .OnNoInput("Sorry, I did not hear you.")
            .OnNoMatch("That is not one of the choices.")
            .Tries(3);

    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        Choice choice = await call.AskAsync(Welcome);
        if (choice.Is("hours"))
        {
            await call.PlayAsync("We are open from nine to five. Goodbye.");
        }
        else if (choice.Is("call back"))
        {
            // What is not the call itself (databases, HTTP) is an activity: its result is stored, so it isn't asked for again after a restart.
            int place = await call.Flow.RunAsync(new RequestReturnCall(incoming.From));
            await call.PlayAsync($"We will call you back. You are number {place} on our list. Goodbye.");
        }
        else
        {
            await call.PlayAsync("Please call again when you have decided. Goodbye.");
        }
    } // Leaving the flow hangs up.
}
