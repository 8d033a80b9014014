using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Recognition;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Keys at any time, and people on hold.</summary>
public static class Keys
{
    private const string Music = "Please hold the line.";

    /// <summary>Listens for keys while something else goes on.</summary>
    public static async Task<string> Extension(Call call)
    {
        string extension = "";
        await using ToneStream keys = await call.StartContinuousDtmfAsync();
        Task<PlayOutcome> directory = call.PlayAsync("Sales is 21. Support is 22. Press the hash key when you are done.");
        while (await keys.NextAsync(within: TimeSpan.FromSeconds(30)) is { } key && key != Tone.Pound)
        {
            extension += key.ToChar();
        }

        await call.CancelAllMediaAsync();
        await directory;
        return extension;
    }

    /// <summary>Calls a switchboard and asks for an extension.</summary>
    public static async Task Through(Call call, PhoneNumber switchboard, string extension)
    {
        await call.HoldAsync(call.From!, Music);
        Invited menu = await call.AddParticipantAsync(switchboard);
        if (menu.Joined)
        {
            await call.SendDtmfTonesAsync(extension, to: switchboard);
        }

        await call.UnholdAsync(call.From!);
    }
}
