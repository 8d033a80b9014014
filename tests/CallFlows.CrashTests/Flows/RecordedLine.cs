using CallFlows.Calls;
using CallFlows.Flows;

namespace CallFlows.CrashTests.Flows;

/// <summary>A line whose calls all end in the ledger, however they end.</summary>
public abstract class RecordedLine : InboundCallFlow
{
    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming)
    {
        string outcome = Outcomes.Ended;
        try
        {
            Call call = await incoming.AnswerAsync();
            outcome = await ServeAsync(call);
            await call.HangUpAsync(forEveryone: true);
        }
        finally
        {
            await NoteAsync(incoming, outcome);
        }
    }

    /// <summary>Talks to the caller.</summary>
    /// <param name="call">The call.</param>
    /// <returns>The outcome.</returns>
    private protected abstract Task<string> ServeAsync(Call call);

    /// <summary>Writes how a call ended.</summary>
    internal static Task NoteAsync(IncomingCall incoming, string outcome) =>
        incoming.Flow.RunAsync(new WriteLedger(incoming.From?.RawId ?? "nobody", outcome));

    /// <summary>Plays something to its end.</summary>
    internal static async Task SayAsync(Call call, string words)
    {
        PlayOutcome outcome = await call.PlayAsync(words);
        if (outcome != PlayOutcome.Completed)
        {
            throw new InvalidOperationException($"'{words}' ended as {outcome}.");
        }
    }
}
