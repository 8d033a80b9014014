using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;

#pragma warning disable CF2002 // The mistake of this copy: the editor sees it, too.

namespace CallFlows.Docs.Tests.Snippets.Testing;

/// <summary>A copy of <see cref="ReorderLine"/> that asks once more when it got no number, and forgets the recording there.</summary>
public sealed class ForgetfulLine : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        Calls.Recording recording = await call.StartRecordingAsync();
        await call.PlayAsync("This call is recorded.");

        AskDigits question = AskDigits.Say("Please key in your six digit order number.").Exactly(6).Tries(2);
        await recording.PauseAsync();
        Digits number = await call.AskDigitsAsync(question);
        await recording.ResumeAsync();
        if (number.Missing)
        {
            number = await call.AskDigitsAsync(question);
        }

        if (number.Missing)
        {
            await call.PlayAsync("Please call again when you have it at hand. Goodbye.");
            return;
        }

        Choice sure = await call.AskAsync(
            Menu.Say("The same once more? Press 1 for yes or 2 for no.").Option("yes", Tone.One).Option("no", Tone.Two).Tries(2));
        if (sure.Is("yes"))
        {
            bool inStock = await call.Flow.RunAsync(new SaveReorder(number.Value));
            await call.PlayAsync(inStock ? "It is on its way. Goodbye." : "It is out of stock. We will call you. Goodbye.");
        }
    }
}
