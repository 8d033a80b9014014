using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;

namespace CallFlows.Benchmarks.Http.App;

/// <summary>The short call as an author writes it: four actions, each ended by one callback.</summary>
internal sealed class FourActionFlow : InboundCallFlow
{
    public const string Question = "Please key in your customer number.";

    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        await call.PlayAsync("Welcome to the benchmark.");
        await call.AskDigitsAsync(AskDigits.Say(Question).Exactly(1));
        await call.HangUpAsync(forEveryone: true);
    }
}
