using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.Flows.Running;

/// <summary>Places a call, and tells apart the ways it can fail.</summary>
internal static class Dialer
{
    public static async Task<Dialed> DialAsync(
        FlowContext flow, CreateCall action, TimeSpan? ring, Step step, CancellationToken cancellationToken)
    {
        CallDesk calls = flow.Runtime.Calls;
        CallEndpoint? from = (CallEndpoint?)action.CallerId ?? (CallEndpoint?)action.TeamsAppSource ?? action.Source;
        CallSession session = calls.Open(CallDirection.Outbound, from, action.Targets[0]);
        calls.AskFor(session, action.MediaStreaming, action.Transcription);
        session.Transcript.Flow(TranscriptKind.Ringing, $"calls {string.Join(", ", action.Targets)}");

        Task<bool>? hangingUp = null;
        Deadline? ringing = ring is { } time
            ? flow.Runtime.Deadlines.After(time, () => hangingUp = calls.TryHangUpAsync(session, forEveryone: true, step))
            : null;
        try
        {
            CallEvent? outcome = await calls.PerformAsync(
                session,
                action,
                step,
                _ => calls.HangUpAsync(session, forEveryone: true, step),
                cancellationToken: cancellationToken);

            // Somebody may answer while the flow hangs up already.
            if (outcome is CallConnected && (hangingUp is null || !await hangingUp))
            {
                return new Dialed(DialOutcome.Answered, flow.CallOf(session));
            }

            if (outcome is null)
            {
                // Neither word nor answer: make sure that nobody's phone goes on ringing.
                await calls.HangUpAsync(session, forEveryone: true, step);
            }

            return NotAnswered(
                session,
                hangingUp is not null ? DialOutcome.NoAnswer : outcome is null ? DialOutcome.Unconfirmed : ActionOutcomes.NotReached(outcome.Result),
                outcome?.Result);
        }
        catch (CallEndedException exception)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return NotAnswered(
                session, hangingUp is not null ? DialOutcome.NoAnswer : ActionOutcomes.NotReached(exception.End.Result), exception.End.Result);
        }
        catch (OperationCanceledException) when (session.ConnectionId is not null && !session.HangUpRequested)
        {
            // Somebody answered before the dialling could be taken back.
            await calls.TryHangUpAsync(session, forEveryone: true, step);
            throw;
        }
        catch (CallActionException)
        {
            session.Finish(new CallEnd(CallEndReason.NotEstablished));
            throw;
        }
        finally
        {
            ringing?.Cancel();
        }
    }

    private static Dialed NotAnswered(CallSession session, DialOutcome outcome, ResultInformation? result)
    {
        session.Transcript.Service(TranscriptKind.Ended, Words.Of(outcome));
        session.Finish(new CallEnd(CallEndReason.NotEstablished, result));
        return new Dialed(outcome, null, result);
    }
}
