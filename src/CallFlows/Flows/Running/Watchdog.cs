using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Events;

namespace CallFlows.Flows.Running;

/// <summary>Asks after a call when an action on it stays silent for too long, so that no lost callback holds a flow for ever.</summary>
internal sealed class Watchdog(OrchestrationContext context, DeadlineClock deadlines, BackgroundWork background, ActionSender sender, Doubt doubt)
{
    public void Watch(PendingAction pending, TimeSpan firstCheck) => CheckAfter(pending, firstCheck);

    /// <summary>Gives up on an action soon, also on one that was to play for ever: it has been taken back.</summary>
    public void ExpectEnd(PendingAction pending)
    {
        if (!pending.Completion.IsCompleted)
        {
            pending.GiveUpAt = context.CurrentUtcDateTime + Patience.LastCallback;
            pending.Check?.Cancel();
            CheckAfter(pending, Patience.LastCallback);
        }
    }

    private void CheckAfter(PendingAction pending, TimeSpan time) =>
        pending.Check = deadlines.After(time, () => background.Run(() => CheckAsync(pending)));

    private async Task CheckAsync(PendingAction pending)
    {
        CallSession session = pending.Session;
        if (pending.Completion.IsCompleted)
        {
            return;
        }

        CallConnectionState? state = await AskStateAsync(session);
        if (pending.Completion.IsCompleted || session.End is not null)
        {
            return;
        }

        bool outOfPatience = context.CurrentUtcDateTime >= pending.GiveUpAt;
        if (state is CallConnectionState.Connected && ActionOutcomes.BringsAbout(pending.Action))
        {
            session.Observe(new CallConnected { CallConnectionId = session.ConnectionId });
        }
        else if (outOfPatience && state is not null)
        {
            TimeSpan late = await doubt.MayStillTakeAsync(session, pending.Begun, pending.Begun);
            if (pending.Completion.IsCompleted || session.End is not null)
            {
                return;
            }

            if (late > TimeSpan.Zero)
            {
                // The application was away, and the service is about to try again.
                CheckAfter(pending, late);
                return;
            }

            session.Transcript.Service(TranscriptKind.Error, $"no callback ended {pending.Action.Name}; the call is still there");
            pending.GiveUp();
        }
        else
        {
            CheckAfter(pending, outOfPatience ? Patience.LastCallback : NextCheck(pending));
        }
    }

    private TimeSpan NextCheck(PendingAction pending)
    {
        TimeSpan left = pending.GiveUpAt - context.CurrentUtcDateTime;
        return left < Patience.Recheck ? left : Patience.Recheck;
    }

    /// <summary>Asks the service how a call is. Null when it can't be known now; a call that is gone is ended.</summary>
    private async Task<CallConnectionState?> AskStateAsync(CallSession session)
    {
        if (session.ConnectionId is null)
        {
            return null;
        }

        try
        {
            CallActionResult result = await sender.SendAsync(
                session, new GetCallProperties(), new Step(nameof(Watchdog), "CallFlows"), sender.NextNumber());
            CallConnectionState? state = (result as CallConnectionResult)?.State;
            if (state is CallConnectionState.Disconnected)
            {
                session.FinishAsGone();
            }

            return state;
        }
        catch (CallEndedException)
        {
            return CallConnectionState.Disconnected;
        }
        catch (CallActionException)
        {
            // Already in the transcript. The service can't be reached now; the next check asks again.
            return null;
        }
    }
}
