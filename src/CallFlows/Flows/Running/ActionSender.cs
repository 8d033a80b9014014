using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>Sends the actions of a call one after the other, so that they reach the service in the order of the author's lines.</summary>
/// <param name="context">The execution.</param>
/// <param name="deadlines">Its deadlines.</param>
/// <param name="events">Takes callbacks.</param>
/// <param name="doubt">Finds out whether an action was done whose answer was lost.</param>
/// <param name="interest">Which callbacks the flow has use for.</param>
/// <param name="numbered">How many actions the executions before have numbered.</param>
internal sealed class ActionSender(
    OrchestrationContext context, DeadlineClock deadlines, EventMatcher events, Doubt doubt, CallEventInterest interest, long numbered)
{
    /// <summary>How often an action is sent whose answers are lost on the way and whose events don't come.</summary>
    private const int MaxLostAnswers = 3;

    /// <summary>How many of the flow's actions have a number.</summary>
    public long Numbered { get; private set; } = numbered;

    /// <summary>The number of the flow's next action.</summary>
    public long NextNumber() => ++Numbered;

    /// <summary>What the service repeats in the events that an action causes.</summary>
    public static string ContextOf(long number) => $"cf-{number}";

    /// <summary>Sends an action and gives the service's answer.</summary>
    /// <param name="session">The call.</param>
    /// <param name="action">What to do.</param>
    /// <param name="step">The author's line.</param>
    /// <param name="number">The action's number.</param>
    /// <param name="pending">Sees the events that tell whether the action was done; needed for one that isn't repeatable.</param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused the action.</exception>
    public async Task<CallActionResult> SendAsync(CallSession session, CallAction action, Step step, long number, PendingAction? pending = null)
    {
        if (pending is null && !action.IsRepeatable)
        {
            throw new ArgumentException($"{action.Name} isn't repeatable: whether it was done must be told by its events.", nameof(pending));
        }

        CallActionRequest request = new(
            context.InstanceId,
            session.ConnectionId,
            action,
            ContextOf(number),
            RepeatabilityId.For(context.InstanceId, number),
            context.CurrentUtcDateTime)
        {
            Interest = interest,
        };

        Task previous = session.LastSent;
        TaskCompletionSource sent = new();
        session.LastSent = sent.Task;
        try
        {
            await previous;
            session.ThrowIfEnded();
            bool begins = ActionOutcomes.BringsAbout(action) || action is RejectCall or RedirectCall;
            if (!begins && session.ConnectionId is null)
            {
                // The action that was to bring the call about has failed; its own step says how.
                throw new CallEndedException(new CallEnd(CallEndReason.NotEstablished));
            }

            CallActionReply reply = await ExecuteAsync(session, request with { CallConnectionId = session.ConnectionId }, step, pending);
            if (reply.Error is null)
            {
                if (begins)
                {
                    // Now: the action that is next in line needs the id.
                    events.Bind(session, (reply.Result as CallConnectionResult)?.CallConnectionId);
                }

                return reply.Result ?? new ActionAccepted();
            }

            bool maybeGone = ActionOutcomes.SaysCallIsGone(reply.Error) && action is not (CreateCall or ConnectCall);
            if (!maybeGone || (ActionOutcomes.NamesAnother(action) && await IsThereAsync(request, step)))
            {
                // That somebody isn't there is an answer to the question, and nothing that went wrong.
                throw action is GetParticipant && maybeGone
                    ? new CallActionException(reply.Error)
                    : ActionOutcomes.Failure(reply.Error, session.Transcript);
            }
        }
        finally
        {
            sent.SetResult();
        }

        // The service no longer knows the call; the callback that says why is probably on its way.
        if (action is AnswerCall or RejectCall or RedirectCall || !await deadlines.EndsWithinAsync(session.Ended, Patience.LastCallback))
        {
            session.FinishAsGone();
        }

        throw new CallEndedException(session.End!);
    }

    /// <summary>Whether the service still knows the call: it says "not found" of a participant in the same words.</summary>
    private async Task<bool> IsThereAsync(CallActionRequest refused, Step step)
    {
        CallActionReply reply = await ExecuteAsync(Another(refused, new GetCallProperties()), step);
        return reply.Result is CallConnectionResult { State: not CallConnectionState.Disconnected };
    }

    /// <summary>A request of the sender's own, about the same call.</summary>
    private CallActionRequest Another(CallActionRequest request, CallAction action)
    {
        long number = NextNumber();
        return request with
        {
            Action = action,
            OperationContext = ContextOf(number),
            RepeatabilityRequestId = RepeatabilityId.For(context.InstanceId, number),
            RepeatabilityFirstSent = context.CurrentUtcDateTime,
        };
    }

    /// <summary>Executes an action; one whose answer is lost is executed again only when no event shows that it was done.</summary>
    private async Task<CallActionReply> ExecuteAsync(CallSession session, CallActionRequest request, Step step, PendingAction? pending)
    {
        DateTimeOffset begun = context.CurrentUtcDateTime;
        int lostAnswers = 0;
        while (true)
        {
            CallActionReply reply = await ExecuteAsync(request, step);
            if (pending is null || !reply.MayHaveHappened)
            {
                return reply;
            }

            bool wasDone = await doubt.SettlesAsync(pending, begun);
            // The action's own time begins only now: until here nobody could tell whether its events were late.
            pending.GiveUpAt = Patience.For(request.Action).GiveUpAt(context.CurrentUtcDateTime);
            if (wasDone)
            {
                return new CallActionReply(new ActionAccepted(), null);
            }

            // A process that ends again and again is no fault of the service's: only answers lost on the way are counted.
            if (!reply.IsInDoubt && ++lostAnswers == MaxLostAnswers)
            {
                return reply;
            }

            session.Transcript.Service(TranscriptKind.Error, $"nothing shows that {request.Action.Name} was done; it is sent again");
            events.SendAgain(pending);
            await TakeBackAsync(session, pending, request, step);
            begun = context.CurrentUtcDateTime;
            request = request with { OperationContext = pending.OperationContext };
        }
    }

    /// <summary>
    /// Breaks off what an earlier sending may have begun after all, so that at worst a prompt is cut and begins anew rather than follows
    /// itself. Not where that would break off something else that plays in the call; and tones that were sent can't be taken back. A refusal
    /// changes nothing: the service says the same to what is sent next.
    /// </summary>
    private async Task TakeBackAsync(CallSession session, PendingAction pending, CallActionRequest request, Step step)
    {
        if (request.Action is Play or Recognize && !session.Pending.Exists(other => other.Number < pending.Number && other.Action is Play or Recognize))
        {
            await ExecuteAsync(Another(request, new CancelAllMedia()), step);
        }
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
}
