using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Recognition;

namespace CallFlows.Docs.Tests.Snippets.Rules;

/// <summary>Questions in loops.</summary>
internal static class CF2001
{
    private static readonly Menu Question = Menu.Say("To hear your balance press 1.").Option("balance", Tone.One);

#pragma warning disable CF2001 // Here to show what is reported.
    public static async Task Wrong(Call call)
    {
        while (true)
        {
            Choice choice = await call.AskAsync(Question);
            if (choice.Given)
            {
                break;
            }

            await call.PlayAsync("Please choose.");
        }
    }
#pragma warning restore CF2001

    public static async Task Right(Call call)
    {
        Choice choice = await call.AskAsync(Question.Tries(5));
        if (!choice.Given)
        {
            await call.PlayAsync("Please call again when you have decided. Goodbye.");
            await call.HangUpAsync();
        }
    }

    public static async Task AlsoRight(Call call)
    {
        for (int round = 0; round < 5; round++)
        {
            Choice choice = await call.AskAsync(Question);
            if (choice.Given)
            {
                break;
            }

            await call.PlayAsync("Please choose.");
        }
    }
}
