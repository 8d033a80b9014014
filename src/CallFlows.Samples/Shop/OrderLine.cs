using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Samples.Shop;

/// <summary>A line that takes an order number, says where the order is, and hands over to a person.</summary>
public sealed class OrderLine : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();

        Digits number = await call.AskDigitsAsync(
            AskDigits.Say("Please key in your six digit order number.").Exactly(6).Confirmed().Tries(3));
        if (number.Missing)
        {
            await call.PlayAsync("Please call again when you have it at hand. Goodbye.");
            return;
        }

        // The look-up may take seconds: the caller hears music until the answer is there.
        Order? order = await call.MeanwhileHearing(SampleNumbers.HoldMusic, call.Flow.RunAsync(new FindOrder(number.Value)));
        await call.PlayAsync(order is null ? "I can't find that order." : $"Your order is {order.Status}.");

        Choice next = await call.AskAsync(
            Menu.Say("To speak to someone press 0, or simply hang up.").Option("agent", Tone.Zero, "agent", "someone").Tries(1));
        if (next.Is("agent") && !(await call.TransferAsync(SampleNumbers.Sales)).Accepted)
        {
            await call.PlayAsync("Nobody is free right now. We will call you back. Goodbye.");
            await call.Flow.RunAsync(new RequestCallback(incoming.From));
        }
    }
}
