using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows.Running.Continuing;

namespace CallFlows.Flows.Running;

/// <summary>All calls of a flow: opens them, and performs the actions on them.</summary>
internal sealed partial class CallDesk(
    OrchestrationContext context,
    DeadlineClock deadlines,
    StepBoard steps,
    BackgroundWork background,
    EventMatcher events,
    ActionSender sender,
    Watchdog watchdog,
    IReadOnlyList<ICallTranscriptObserver> observers)
{
    public IReadOnlyList<CallSession> Sessions => events.Sessions;

    public IReadOnlyList<CallTranscript> Transcripts => [.. Sessions.Select(session => session.Transcript.Transcript)];

    public StepBoard Steps => steps;

    /// <summary>How many calls the flow has begun.</summary>
    public int Begun { get; private set; }

    public CallSession Open(CallDirection direction, CallEndpoint? from, CallEndpoint? to)
    {
        CallSession session = new(new TranscriptRecorder(context, observers, new CallTranscript(++Begun, direction, from, to, [])));
        events.Add(session);
        return session;
    }

    /// <summary>Takes over the calls of the execution before.</summary>
    public void Restore(Continuation continued)
    {
        Begun = continued.CallsBegun;
        foreach (CarriedCall call in continued.Calls)
        {
            CallSession session = new(new TranscriptRecorder(context, observers, call.Transcript), call);
            events.Add(session);
            events.Bind(session, call.ConnectionId);
            foreach (CarriedRecording recording in call.Recordings)
            {
                Add(session, recording);
            }

            AskFor(session, call.MediaStreaming, call.Transcription);
        }
    }

    /// <summary>Whether a call is over, and it is not clear yet how.</summary>
    public bool HoldsDisconnectOf(CallSession session) => events.HoldsDisconnectOf(session);

    /// <summary>Sends an action and waits for the event that ends it; null when the service never reported one.</summary>
    /// <param name="session">The call.</param>
    /// <param name="action">What to do.</param>
    /// <param name="step">The author's line.</param>
    /// <param name="cancel">Undoes the action at the service when the token is cancelled; null when it can't be undone.</param>
    /// <param name="accepted">Sees the service's answer.</param>
    /// <param name="cancellationToken">The author's.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused the action.</exception>
    /// <exception cref="OperationCanceledException">The author cancelled the step; when that could be undone, it has been.</exception>
    public async Task<CallEvent?> PerformAsync(
        CallSession session,
        CallAction action,
        Step step,
        Func<PendingAction, Task>? cancel = null,
        Action<CallActionResult>? accepted = null,
        CancellationToken cancellationToken = default)
    {
        session.ThrowIfEnded();
        cancellationToken.ThrowIfCancellationRequested();
        return await PerformAsync(Begin(session, action, step), cancel, accepted, cancellationToken);
    }

    /// <summary>Sends an action that ends with several events, and waits for them; those that came when the service never reported the rest.</summary>
    /// <param name="session">The call.</param>
    /// <param name="action">What to do.</param>
    /// <param name="step">The author's line.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused the action.</exception>
    public async Task<IReadOnlyList<CallEvent>> PerformAllAsync(CallSession session, CallAction action, Step step)
    {
        session.ThrowIfEnded();
        PendingAction pending = Begin(session, action, step);
        await PerformAsync(pending);
        return pending.Ends;
    }

    private async Task<CallEvent?> PerformAsync(
        PendingAction pending,
        Func<PendingAction, Task>? cancel = null,
        Action<CallActionResult>? accepted = null,
        CancellationToken cancellationToken = default)
    {
        (CallSession session, CallAction action, Step step) = (pending.Session, pending.Action, pending.Step);
        try
        {
            using (steps.Begin(step, session.Number))
            {
                Task<CallActionResult> sending = sender.SendAsync(session, action, step, pending.Number, pending);
                using CancellationTokenRegistration registration = cancellationToken.Register(
                    () => background.Run(() => CancelAsync(pending, sending, cancel)));

                if (await Task.WhenAny(sending, pending.Completion) == sending)
                {
                    CallActionResult result = await sending;
                    accepted?.Invoke(result);
                    if (action is Recognize)
                    {
                        // Recordings of version 2024-09-01-preview show no PlayStarted for the prompts of a recognition.
                        pending.StartPrompt();
                    }
                }
                else
                {
                    // The outcome overtook the answer: the outcome is what counts.
                    BackgroundWork.Forget(sending);
                }

                if (ActionOutcomes.MayEndSilently(action) && !await deadlines.EndsWithinAsync(pending.Completion, Patience.TrailingEvent))
                {
                    pending.GiveUp();
                }

                CallEvent? outcome = await pending.Completion;
                if (outcome is not AddParticipantSucceeded)
                {
                    // Who has joined is in the call, and must be heard of whatever the author wished meanwhile.
                    cancellationToken.ThrowIfCancellationRequested();
                }

                if (outcome is not null)
                {
                    pending.StartPrompt();
                }

                return outcome;
            }
        }
        catch (CallActionException exception) when (action is TransferCall && !exception.Error.IsTransient)
        {
            session.HandingOver = false;
            throw;
        }
        finally
        {
            pending.Check?.Cancel();
            events.Remove(pending);
        }
    }

    /// <summary>Learns what became of handing the other party of a call over to another call.</summary>
    public void SettleHandOver(CallSession session, bool isDone) => events.SettleHandOver(session, isDone);

    /// <summary>Sends an action whose answer is all there is to know.</summary>
    public async Task<CallActionResult> RequestAsync(CallSession session, CallAction action, Step step)
    {
        session.ThrowIfEnded();
        using (steps.Begin(step, session.Number))
        {
            return await sender.SendAsync(session, action, step, sender.NextNumber());
        }
    }

    /// <summary>Ends a call, or leaves it. A call that is over already needs nothing.</summary>
    public async Task HangUpAsync(CallSession session, bool forEveryone, Step step)
    {
        if (session.End is not null)
        {
            return;
        }

        session.HangUpRequested = true;
        try
        {
            await RequestAsync(session, new HangUpCall(forEveryone), step);
        }
        catch (CallEndedException)
        {
            return;
        }
        catch (CallActionException)
        {
            // The call goes on: when it ends later, that is somebody else's doing.
            session.HangUpRequested = false;
            throw;
        }

        // The service said the call is over, so a lost callback changes nothing.
        if (!await deadlines.EndsWithinAsync(session.Ended, Patience.LastCallback))
        {
            session.Finish(new CallEnd(CallEndReason.HungUp));
        }
    }

    /// <summary>Ends a call where no line of the author's could take a refusal, which is in the transcript.</summary>
    /// <returns>Whether the call is over.</returns>
    public async Task<bool> TryHangUpAsync(CallSession session, bool forEveryone, Step step)
    {
        try
        {
            await HangUpAsync(session, forEveryone, step);
            return true;
        }
        catch (CallActionException)
        {
            return false;
        }
    }

    private PendingAction Begin(CallSession session, CallAction action, Step step)
    {
        Patience patience = Patience.For(action);
        DateTimeOffset now = context.CurrentUtcDateTime;
        PendingAction pending = new(sender.NextNumber(), session, action, step, now, patience.GiveUpAt(now));
        session.HandingOver |= action is TransferCall { Transferee: null };
        events.Add(pending);
        watchdog.Watch(pending, patience.FirstCheck);
        return pending;
    }

    /// <summary>Takes back an action that its author has cancelled.</summary>
    private async Task CancelAsync(PendingAction pending, Task sending, Func<PendingAction, Task>? cancel)
    {
        // Only what the service has taken on can be taken back.
        await Task.WhenAny(sending, pending.Completion);
        if (cancel is null || pending.Completion.IsCompleted || !sending.IsCompletedSuccessfully)
        {
            pending.GiveUp();
            return;
        }

        try
        {
            await cancel(pending);
        }
        catch (Exception exception) when (exception is CallEndedException or CallActionException)
        {
            // The author's step is where this is to be heard of.
            pending.Fail(exception);
        }

        watchdog.ExpectEnd(pending);
    }
}
