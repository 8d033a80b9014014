using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;

namespace CallFlows.Docs.Tests.Snippets.Testing;

/// <summary>A copy of <see cref="ReorderLine"/> that saves as soon as it knows the number, "to save time".</summary>
public sealed class HastyLine : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        Calls.Recording recording = await call.StartRecordingAsync();
        await call.PlayAsync("This call is recorded.");

        await recording.PauseAsync();
        Digits number = await call.AskDigitsAsync(AskDigits.Say("Please key in your six digit order number.").Exactly(6).Tries(2));
        await recording.ResumeAsync();
        if (number.Missing)
        {
            await call.PlayAsync("Please call again when you have it at hand. Goodbye.");
            return;
        }

        Task<bool> saving = call.Flow.RunAsync(new SaveReorder(number.Value));
        Choice sure = await call.AskAsync(
            Menu.Say("The same once more? Press 1 for yes or 2 for no.").Option("yes", Tone.One).Option("no", Tone.Two).Tries(2));
        if (sure.Is("yes"))
        {
            await call.PlayAsync(await saving ? "It is on its way. Goodbye." : "It is out of stock. We will call you. Goodbye.");
        }
    }
}
