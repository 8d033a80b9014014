using CallFlows.Calls;
using CallFlows.Flows;

namespace CallFlows.CrashTests.Flows;

/// <summary>Lets the caller wait in line. Every place is an execution of its own.</summary>
public sealed class QueueLine : InboundCallFlow<QueueLine.Place>
{
    /// <summary>Where in the line the caller is.</summary>
    /// <param name="Number">From 1, which is the first.</param>
    public sealed record Place(int Number);

    /// <inheritdoc/>
    protected override async Task RunAsync(IncomingCall incoming, Place? state)
    {
        int place = state?.Number ?? Words.Places.Count;
        string? outcome = Outcomes.Ended;
        try
        {
            Call call = incoming.Call ?? await incoming.AnswerAsync();
            await RecordedLine.SayAsync(call, Words.Places[place - 1]);
            if (place > 1)
            {
                await call.Flow.DelayAsync(TimeSpan.FromSeconds(4));
                ContinueAsNew(incoming, new Place(place - 1));
                outcome = null;
                return;
            }

            await call.HangUpAsync(forEveryone: true);
            outcome = Outcomes.Served;
        }
        finally
        {
            if (outcome is not null)
            {
                await RecordedLine.NoteAsync(incoming, outcome);
            }
        }
    }
}
