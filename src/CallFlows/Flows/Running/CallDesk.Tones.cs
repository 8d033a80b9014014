using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;

namespace CallFlows.Flows.Running;

/// <content>Listening for keys.</content>
internal sealed partial class CallDesk
{
    /// <summary>Begins to listen for every key of somebody.</summary>
    public async Task<ToneStream> ListenAsync(CallSession session, CallEndpoint participant, Step step)
    {
        session.ThrowIfEnded();
        long number = sender.NextNumber();
        ToneStream stream = new(this, session, deadlines, participant, ActionSender.ContextOf(number));
        // Before the answer: keys may be reported first.
        session.ToneStreams.Add(stream);
        try
        {
            using (steps.Begin(step, session.Number))
            {
                await sender.SendAsync(session, new StartContinuousDtmfRecognition(participant), step, number);
            }

            return stream;
        }
        catch
        {
            session.ToneStreams.Remove(stream);
            throw;
        }
    }
}
