using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>Sends the actions of a call one after the other, so that they reach the service in the order of the author's lines.</summary>
internal sealed class ActionSender(OrchestrationContext context, DeadlineClock deadlines, EventMatcher events)
{
    /// <summary>How often an action is sent whose answers are lost on the way and whose events don't come.</summary>
    private const int MaxLostAnswers = 3;

    private long _actions;

    /// <summary>The number of the flow's next action.</summary>
    public long NextNumber() => ++_actions;

    /// <summary>What the service repeats in the events that an action causes.</summary>
    public static string ContextOf(long number) => $"cf-{number}";

    /// <summary>Sends an action and gives the service's answer.</summary>
    /// <param name="session">The call.</param>
    /// <param name="action">What to do.</param>
    /// <param name="step">The author's line.</param>
    /// <param name="number">The action's number.</param>
    /// <param name="settled">
    /// Completes when an event shows that the action was done, or nobody waits for it; needed for one that isn't repeatable.
    /// </param>
    /// <exception cref="CallEndedException">The call is over.</exception>
    /// <exception cref="CallActionException">The service refused the action.</exception>
    public async Task<CallActionResult> SendAsync(CallSession session, CallAction action, Step step, long number, Task? settled = null)
    {
        if (settled is null && !action.IsRepeatable)
        {
            throw new ArgumentException($"{action.Name} isn't repeatable: whether it was done must be told by its events.", nameof(settled));
        }

        CallActionRequest request = new(
            context.InstanceId,
            session.ConnectionId,
            action,
            ContextOf(number),
            RepeatabilityId.For(context.InstanceId, number),
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

            CallActionReply reply = await ExecuteAsync(session, request with { CallConnectionId = session.ConnectionId }, step, settled);
            if (reply.Error is null)
            {
                if (begins)
                {
                    // Now: the action that is next in line needs the id.
                    events.Bind(session, (reply.Result as CallConnectionResult)?.CallConnectionId);
                }

                return reply.Result ?? new ActionAccepted();
            }

            bool maybeGone = ActionOutcomes.SaysCallIsGone(reply.Error) && action is not CreateCall;
            if (!maybeGone || (ActionOutcomes.NamesAParticipant(action) && await IsThereAsync(request, step)))
            {
                throw ActionOutcomes.Failure(reply.Error, session.Transcript);
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
        long number = NextNumber();
        CallActionReply reply = await ExecuteAsync(
            refused with
            {
                Action = new GetCallProperties(),
                OperationContext = ContextOf(number),
                RepeatabilityRequestId = RepeatabilityId.For(context.InstanceId, number),
                RepeatabilityFirstSent = context.CurrentUtcDateTime,
            },
            step);
        return reply.Result is CallConnectionResult { State: not CallConnectionState.Disconnected };
    }

    /// <summary>Executes an action; one whose answer is lost is executed again only when no event shows that it was done.</summary>
    private async Task<CallActionReply> ExecuteAsync(CallSession session, CallActionRequest request, Step step, Task? settled)
    {
        DateTimeOffset begun = context.CurrentUtcDateTime;
        int lostAnswers = 0;
        while (true)
        {
            CallActionReply reply = await ExecuteAsync(request, step);
            if (settled is null || !reply.MayHaveHappened)
            {
                return reply;
            }

            if (await SettlesAsync(settled, begun))
            {
                return new CallActionReply(new ActionAccepted(), null);
            }

            // A process that ends again and again is no fault of the service's: only answers lost on the way are counted.
            if (!reply.IsInDoubt && ++lostAnswers == MaxLostAnswers)
            {
                return reply;
            }

            session.Transcript.Service(TranscriptKind.Error, $"nothing shows that {request.Action.Name} was done; it is sent again");
            begun = context.CurrentUtcDateTime;
        }
    }

    private async Task<bool> SettlesAsync(Task settled, DateTimeOffset begun)
    {
        while (!settled.IsCompleted)
        {
            TimeSpan time = Patience.InDoubt(context.CurrentUtcDateTime - begun);
            DateTimeOffset until = context.CurrentUtcDateTime + time;
            if (!await deadlines.EndsWithinAsync(settled, time) && context.CurrentUtcDateTime - until < Patience.Overslept)
            {
                return false;
            }

            // Slept through: while the process was away no event could come either.
        }

        return true;
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
