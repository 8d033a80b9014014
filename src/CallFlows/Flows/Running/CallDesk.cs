using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;

namespace CallFlows.Flows.Running;

/// <summary>
/// All calls of a flow: it sends their actions, ties callbacks to the actions they end, and watches over those that stay silent.
/// </summary>
internal sealed class CallDesk(
    OrchestrationContext context,
    DeadlineClock deadlines,
    StepBoard steps,
    BackgroundWork background,
    IReadOnlyList<ICallTranscriptObserver> observers)
{
    /// <summary>Events of calls that aren't known yet: the callbacks of a created call can come before the answer that tells its id.</summary>
    private const int MaxUnmatched = 256;

    /// <summary>How long a transfer's own event may trail behind the disconnect it causes.</summary>
    private static readonly TimeSpan TransferOrder = TimeSpan.FromSeconds(2);

    private readonly List<CallSession> _sessions = [];
    private readonly Dictionary<string, CallSession> _byConnection = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PendingAction> _byContext = new(StringComparer.Ordinal);
    private readonly List<CallEvent> _unmatched = [];
    private long _actions;

    public IReadOnlyList<CallSession> Sessions => _sessions;

    public CallSession Open(CallDirection direction, CallEndpoint? from, CallEndpoint to)
    {
        int number = _sessions.Count + 1;
        CallSession session = new(number, direction, from, to, new TranscriptRecorder(context, observers, number, direction, from, to));
        _sessions.Add(session);
        return session;
    }

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
        Func<Task>? cancel = null,
        Action<CallActionResult>? accepted = null,
        CancellationToken cancellationToken = default)
    {
        session.ThrowIfEnded();
        cancellationToken.ThrowIfCancellationRequested();
        PendingAction pending = Begin(session, action);
        try
        {
            using (steps.Begin(step, session.Number))
            {
                Task<CallActionResult> sending = SendAsync(session, action, step, pending.OperationContext);
                using CancellationTokenRegistration registration = cancellationToken.Register(
                    () => background.Run(() => CancelAsync(pending, sending, cancel)));

                if (await Task.WhenAny(sending, pending.Completion) == sending)
                {
                    CallActionResult result = await sending;
                    accepted?.Invoke(result);
                }
                else
                {
                    // The outcome overtook the answer: the outcome is what counts.
                    BackgroundWork.Forget(sending);
                }

                CallEvent? outcome = await pending.Completion;
                cancellationToken.ThrowIfCancellationRequested();
                if (outcome is not null)
                {
                    pending.StartPrompt();
                }

                return outcome;
            }
        }
        finally
        {
            pending.Check?.Cancel();
            session.Pending.Remove(pending);
            _byContext.Remove(pending.OperationContext);
        }
    }

    /// <summary>Sends an action whose answer is all there is to know.</summary>
    public async Task<CallActionResult> RequestAsync(CallSession session, CallAction action, Step step)
    {
        session.ThrowIfEnded();
        using (steps.Begin(step, session.Number))
        {
            return await SendAsync(session, action, step, NextContext());
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
        if (!await EndsWithinAsync(session, Patience.LastCallback))
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

    /// <summary>Waits for a call's end, but not for ever.</summary>
    public async Task<bool> EndsWithinAsync(CallSession session, TimeSpan time)
    {
        TaskCompletionSource passed = new();
        Deadline deadline = deadlines.After(time, () => passed.TrySetResult());
        await Task.WhenAny(session.Ended, passed.Task);
        deadline.Cancel();
        return session.End is not null;
    }

    /// <summary>Hands an event to the action or call it is about.</summary>
    public void Deliver(CallEvent callEvent)
    {
        PendingAction? pending = callEvent.OperationContext is { } operation ? _byContext.GetValueOrDefault(operation) : null;
        if (pending is { Action: CreateCall or AnswerCall })
        {
            Bind(pending.Session, callEvent.CallConnectionId);
        }

        CallSession? session = pending?.Session
            ?? (callEvent.CallConnectionId is { } connection ? _byConnection.GetValueOrDefault(connection) : null);
        if (session is not null)
        {
            Observe(session, callEvent);
        }
        else if (_unmatched.Count < MaxUnmatched && _sessions.Exists(s => s.ConnectionId is null && s.End is null))
        {
            _unmatched.Add(callEvent);
        }
    }

    /// <summary>Learns a call's id, and hands it the events that came before.</summary>
    private void Bind(CallSession session, string? connectionId)
    {
        if (connectionId is null || session.ConnectionId is not null)
        {
            return;
        }

        session.ConnectionId = connectionId;
        _byConnection[connectionId] = session;
        foreach (CallEvent early in _unmatched.Where(e => e.CallConnectionId == connectionId).ToArray())
        {
            _unmatched.Remove(early);
            session.Observe(early);
        }
    }

    private void Observe(CallSession session, CallEvent callEvent)
    {
        if (callEvent is CallDisconnected && session.Pending.Find(p => p.Action is TransferCall { Transferee: null }) is { } transfer)
        {
            // The service doesn't promise an order: whether this is a hang-up or the transfer's end is known when the transfer's own event
            // is here, or has had time to come.
            Deadline deadline = deadlines.After(TransferOrder, () => session.Observe(callEvent));
            background.Run(async () =>
            {
                await Task.WhenAny(transfer.Completion, session.Ended);
                deadline.Cancel();
                session.Observe(callEvent);
            });
        }
        else
        {
            session.Observe(callEvent);
        }
    }

    private string NextContext() => $"cf-{++_actions}";

    private PendingAction Begin(CallSession session, CallAction action)
    {
        Patience patience = Patience.For(action);
        DateTimeOffset giveUpAt = patience.GiveUp == TimeSpan.MaxValue ? DateTimeOffset.MaxValue : context.CurrentUtcDateTime + patience.GiveUp;
        PendingAction pending = new(NextContext(), session, action, giveUpAt);
        session.HandingOver |= action is TransferCall { Transferee: null };
        session.Pending.Add(pending);
        _byContext[pending.OperationContext] = pending;
        pending.Check = deadlines.After(patience.FirstCheck, () => background.Run(() => CheckAsync(pending)));
        return pending;
    }

    /// <summary>Takes back an action that its author has cancelled.</summary>
    private async Task CancelAsync(PendingAction pending, Task sending, Func<Task>? cancel)
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
            await cancel();
        }
        catch (Exception exception) when (exception is CallEndedException or CallActionException)
        {
            // The author's step is where this is to be heard of.
            pending.Fail(exception);
        }

        if (!pending.Completion.IsCompleted)
        {
            // What was to play for ever is given up as well now, should the last callback get lost.
            pending.GiveUpAt = context.CurrentUtcDateTime + Patience.LastCallback;
            pending.Check?.Cancel();
            pending.Check = deadlines.After(Patience.LastCallback, () => background.Run(() => CheckAsync(pending)));
        }
    }

    private async Task<CallActionResult> SendAsync(CallSession session, CallAction action, Step step, string operationContext)
    {
        CallActionRequest request = new(
            context.InstanceId,
            session.ConnectionId,
            action,
            operationContext,
            RepeatabilityId.For(context.InstanceId, long.Parse(operationContext.AsSpan(3), System.Globalization.CultureInfo.InvariantCulture)),
            context.CurrentUtcDateTime);

        Task previous = session.LastSent;
        TaskCompletionSource sent = new();
        session.LastSent = sent.Task;
        try
        {
            await previous;
            session.ThrowIfEnded();
            bool begins = action is AnswerCall or CreateCall or RejectCall or RedirectCall;
            if (!begins && session.ConnectionId is null)
            {
                // The action that was to bring the call about has failed; its own step says how.
                throw new CallEndedException(new CallEnd(CallEndReason.NotEstablished));
            }

            CallActionReply reply = await ExecuteAsync(request with { CallConnectionId = session.ConnectionId }, step);
            if (reply.Error is null)
            {
                if (begins)
                {
                    // Now: the action that is next in line needs the id.
                    Bind(session, (reply.Result as CallConnectionResult)?.CallConnectionId);
                }

                return reply.Result ?? new ActionAccepted();
            }

            if (!ActionOutcomes.SaysCallIsGone(reply.Error) || action is CreateCall)
            {
                session.Transcript.Service(TranscriptKind.Error, reply.Error.ToString());
                throw new CallActionException(reply.Error);
            }
        }
        finally
        {
            sent.SetResult();
        }

        // The service no longer knows the call; the callback that says why is probably on its way.
        if (action is AnswerCall or RejectCall or RedirectCall || !await EndsWithinAsync(session, Patience.LastCallback))
        {
            session.FinishAsGone();
        }

        throw new CallEndedException(session.End!);
    }

    private async Task<CallActionReply> ExecuteAsync(CallActionRequest request, Step step)
    {
        try
        {
            Payload reply = await context.CallActivityAsync(
                CallActionActivity.Name, Payload.From(request), new ActivityOptions { Retry = CallActionActivity.Retry, Source = step.Source });
            return reply.To<CallActionReply>() ?? new CallActionReply(null, null);
        }
        catch (TaskFailedException exception)
        {
            return new CallActionReply(null, new CallActionError(request.Action.Name, 0, null, null, exception.Failure.Message));
        }
    }

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
        if (state is CallConnectionState.Connected && pending.Action is CreateCall or AnswerCall)
        {
            session.Observe(new CallConnected { CallConnectionId = session.ConnectionId });
        }
        else if (outOfPatience && state is not null)
        {
            session.Transcript.Service(TranscriptKind.Error, $"no callback ended {pending.Action.Name}; the call is still there");
            pending.GiveUp();
        }
        else
        {
            pending.Check = deadlines.After(
                outOfPatience ? Patience.LastCallback : Patience.Recheck, () => background.Run(() => CheckAsync(pending)));
        }
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
            CallActionResult result = await SendAsync(session, new GetCallProperties(), new Step("Watchdog", "CallFlows"), NextContext());
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
