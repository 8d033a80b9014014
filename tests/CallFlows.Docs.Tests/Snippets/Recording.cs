using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Recordings;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Recording.</summary>
public static class Recorded
{
    /// <summary>Records, but not the card number.</summary>
    public static async Task<string?> Card(Call call)
    {
        Recording recording = await call.StartRecordingAsync(new RecordingOptions { Format = RecordingFormat.Mp3 });
        await call.PlayAsync("This call is recorded.");

        await recording.PauseAsync();
        Digits card = await call.AskDigitsAsync(AskDigits.Say("Please key in your card number.").Exactly(16));
        await recording.ResumeAsync();
        return card.Value;
    }
}
