using CallFlows.Durable;

namespace CallFlows.Flows.Running;

/// <summary>Finds out from an action's events whether it was done, when its answer is lost.</summary>
internal sealed class Doubt(OrchestrationContext context, DeadlineClock deadlines)
{
    /// <summary>
    /// Waits until an event settles what became of an action, or until one would have come: until the application could be reached without
    /// a break for so long that the service must have tried again.
    /// </summary>
    /// <param name="pending">The action.</param>
    /// <param name="begun">When it was to be sent.</param>
    /// <returns>Whether it is settled; otherwise it was not done.</returns>
    public async Task<bool> SettlesAsync(PendingAction pending, DateTimeOffset begun)
    {
        DateTimeOffset awakeSince = context.CurrentUtcDateTime;
        while (!pending.Settled.IsCompleted)
        {
            // Asked anew after every wait: a process that ended and came back meanwhile could hear nothing in between.
            TimeSpan due = await MayStillTakeAsync(pending.Session, begun, awakeSince);
            if (pending.Settled.IsCompleted || due == TimeSpan.Zero)
            {
                break;
            }

            DateTimeOffset until = context.CurrentUtcDateTime + due;
            await deadlines.EndsWithinAsync(pending.Settled, due);
            if (context.CurrentUtcDateTime - until >= Patience.Overslept)
            {
                awakeSince = context.CurrentUtcDateTime;
            }
        }

        return pending.Settled.IsCompleted;
    }

    /// <summary>How long an event that is due may still take because it could not be delivered before; zero when it would have come.</summary>
    /// <param name="session">The call.</param>
    /// <param name="begun">Since when it may have been due.</param>
    /// <param name="awakeSince">Since when the flow could take it, as far as the flow knows.</param>
    public async Task<TimeSpan> MayStillTakeAsync(CallSession session, DateTimeOffset begun, DateTimeOffset awakeSince)
    {
        DateTimeOffset listeningSince = await ListeningSinceAsync();
        DateTimeOffset since = listeningSince > awakeSince ? listeningSince : awakeSince;
        DateTimeOffset until = since + Patience.InDoubt(since - QuietSince(session, begun, listeningSince));
        return until > context.CurrentUtcDateTime ? until - context.CurrentUtcDateTime : TimeSpan.Zero;
    }

    // Events of one call may be delivered one after the other: one from before the action, which the process was not there to take, can
    // hold up the action's own.
    private static DateTimeOffset QuietSince(CallSession session, DateTimeOffset begun, DateTimeOffset listeningSince) =>
        session.HeardAt is { } heardAt && heardAt < begun && heardAt < listeningSince ? heardAt : begun;

    private async Task<DateTimeOffset> ListeningSinceAsync()
    {
        Payload since = await context.CallActivityAsync(ListeningActivity.Name, Payload.From(context.CurrentUtcDateTime));
        // A clock that was set back must not make a flow wait for the time it showed before.
        DateTimeOffset told = since.To<DateTimeOffset?>() ?? DateTimeOffset.MinValue;
        return told < context.CurrentUtcDateTime ? told : context.CurrentUtcDateTime;
    }
}
