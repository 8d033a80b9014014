using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Prompts;
using CallFlows.Recognition;
using CallFlows.Samples.Shop;

namespace CallFlows.Docs.Tests.Snippets;

/// <summary>Hang-ups and errors.</summary>
public sealed class Survey : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        Call call = await incoming.AnswerAsync();
        string answer = "none";
        try
        {
            Choice choice = await call.AskAsync(
                Menu.Say("Were you content? Press 1 for yes or 2 for no.").Option("yes", Tone.One).Option("no", Tone.Two));
            answer = choice.Option ?? answer;
            await call.PlayAsync("Thank you.");
        }
        catch (CallEndedException ended) when (ended.Reason == CallEndReason.RemoteHungUp)
        {
            // The flow goes on without its caller.
        }

        await call.Flow.RunAsync(new SaveAnswer(answer));
    }
}

/// <summary>Keeps an answer.</summary>
/// <param name="Answer">What the caller chose.</param>
public sealed record SaveAnswer(string Answer) : IActivity<bool>;

/// <summary>What can go wrong with a step.</summary>
public static class Mishaps
{
    /// <summary>A prompt that could not be played, and an activity that failed for good.</summary>
    public static async Task<Order?> Careful(Call call, string number)
    {
        try
        {
            await call.PlayAsync(Prompt.File("https://contoso.example/audio/today.wav"));
        }
        catch (CallActionException failure) when (failure.SubCode is not null)
        {
            await call.PlayAsync("Welcome.");
        }

        try
        {
            RetryPolicy retry = new() { MaxAttempts = 5, FirstInterval = TimeSpan.FromSeconds(1) };
            return await call.Flow.RunAsync(new FindOrder(number), retry);
        }
        catch (TaskFailedException)
        {
            await call.PlayAsync("Our books can't be reached right now.");
            return null;
        }
    }
}
