using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Prompts;
using CallFlows.Recognition;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Menus, digits and free speech.</summary>
public static class Asking
{
    /// <summary>A menu and all its ends.</summary>
    public static async Task<bool> AskMenu(Call call)
    {
        Menu menu = Menu.Say("For opening hours press 1 or say hours. For everything else press 0 or say operator.")
            .Option("hours", Tone.One, "hours", "opening hours")
            .Option("operator", Tone.Zero, "operator", "someone")
            .OnNoInput("I did not hear you.")
            .OnNoMatch("That is not one of the choices.")
            .WaitAtMost(TimeSpan.FromSeconds(8))
            .Tries(2);
        Choice choice = await call.AskAsync(menu);

        string answer = choice.Outcome switch
        {
            AskOutcome.Given => $"You chose {choice.Option}.",
            AskOutcome.NoInput => "You said nothing twice.",
            AskOutcome.NoMatch => "I did not understand you twice.",
            _ => "Something else broke the question off.",
        };
        await call.PlayAsync(answer);
        return choice.Is("hours");
    }

    /// <summary>Digits of a length, and with a confirmation of the author's.</summary>
    public static async Task<string?> AskForDigits(Call call)
    {
        Digits code = await call.AskDigitsAsync(
            AskDigits.Say("Please key in your customer number, then press the hash key.")
                .Between(4, 10)
                .PauseBetweenKeys(TimeSpan.FromSeconds(4))
                .Confirmed(digits => Menu.Say($"Was that {string.Join(' ', digits.AsEnumerable())}? Press 1 for yes or 2 for no.")
                    .Option("yes", Tone.One).Option("no", Tone.Two)));
        return code.Missing ? null : code.Value;
    }

    /// <summary>Free speech, or a key instead.</summary>
    public static async Task<string?> Listen(Call call)
    {
        Recognized reason = await call.RecognizeAsync(new Recognize
        {
            Kind = RecognitionKind.SpeechOrDtmf,
            Prompts = [Prompt.Text("In a few words, why are you calling? Or press 0.")],
            MaxTones = 1,
            EndSilence = TimeSpan.FromSeconds(1),
            SpeechLanguage = "en-US",
        });
        return reason.Outcome == RecognizeOutcome.Recognized ? reason.Speech : null;
    }
}
