using CallFlows.Calls;
using CallFlows.Calls.Asking;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Digits and recordings.</summary>
internal static class CF2002
{
#pragma warning disable CF2002 // Here to show what is reported.
    public static async Task<string> Wrong(Call call)
    {
        await call.StartRecordingAsync();
        Digits card = await call.AskDigitsAsync(AskDigits.Say("Please key in your card number.").Exactly(16));
        return card.Value;
    }
#pragma warning restore CF2002

    public static async Task<string> Right(Call call)
    {
        Recording recording = await call.StartRecordingAsync();

        await recording.PauseAsync();
        Digits card = await call.AskDigitsAsync(AskDigits.Say("Please key in your card number.").Exactly(16));
        await recording.ResumeAsync();
        return card.Value;
    }
}
