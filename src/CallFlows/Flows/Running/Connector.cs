using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Events;

namespace CallFlows.Flows.Running;

/// <summary>Joins a call that goes on.</summary>
internal static class Connector
{
    public static async Task<Call> ConnectAsync(FlowContext flow, ConnectCall action, Step step, CancellationToken cancellationToken)
    {
        CallDesk calls = flow.Runtime.Calls;
        CallSession session = calls.Open(CallDirection.Joined, from: null, to: null);
        calls.AskFor(session, action.MediaStreaming, action.Transcription);
        session.Transcript.Flow(TranscriptKind.Participant, $"joins {action.Locator}");
        try
        {
            CallEvent? outcome = await calls.PerformAsync(
                session, action, step, _ => calls.HangUpAsync(session, forEveryone: false, step), cancellationToken: cancellationToken);
            if (outcome is CallConnected)
            {
                return flow.CallOf(session);
            }

            if (outcome is not null)
            {
                throw ActionOutcomes.Failure(action, outcome, session.Transcript);
            }

            // Neither word nor answer: make sure that the flow is in no call that it doesn't know of.
            await calls.TryHangUpAsync(session, forEveryone: false, step);
            throw ActionOutcomes.Failure(
                new CallActionError(action.Name, 0, null, null, "the service never reported whether the call was joined"), session.Transcript);
        }
        catch (CallEndedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
        catch (OperationCanceledException) when (session.ConnectionId is not null && !session.HangUpRequested)
        {
            // It was joined before that could be taken back.
            await calls.TryHangUpAsync(session, forEveryone: false, step);
            throw;
        }
        catch (CallActionException)
        {
            session.Finish(new CallEnd(CallEndReason.NotEstablished));
            throw;
        }
    }
}
