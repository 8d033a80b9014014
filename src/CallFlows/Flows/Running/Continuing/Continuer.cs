using CallFlows.Actions;
using CallFlows.Durable;

namespace CallFlows.Flows.Running.Continuing;

/// <summary>Ends an execution of a flow so that the next one goes on with its calls, its signals and its numbers.</summary>
internal static class Continuer
{
    /// <summary>Ends the execution.</summary>
    /// <param name="runtime">What it ran on.</param>
    /// <param name="input">What the author hands on.</param>
    /// <exception cref="InvalidOperationException">A step is under way whose outcome would be lost.</exception>
    public static async Task ContinueAsync(FlowRuntime runtime, Payload input)
    {
        // From the start each time: while one call settles, another may change.
        while (FindUnsettled(runtime.Calls) is { } session)
        {
            await SettleAsync(session, runtime.Deadlines);
        }

        runtime.Context.ContinueAsNew(runtime.Carry(input).ToInput());
    }

    private static CallSession? FindUnsettled(CallDesk calls)
    {
        foreach (CallSession session in calls.Sessions)
        {
            RefuseSteps(session);
            if (!session.LastSent.IsCompleted || IsEnding(session) || calls.HoldsDisconnectOf(session))
            {
                return session;
            }
        }

        return null;
    }

    /// <summary>Waits for what only this execution can make sense of.</summary>
    private static async Task SettleAsync(CallSession session, DeadlineClock deadlines)
    {
        // The next execution's actions must not overtake this one's.
        await session.LastSent;
        if (IsEnding(session) && !await deadlines.EndsWithinAsync(session.Ended, Patience.LastCallback))
        {
            session.FinishAsGone();
        }
        else if (session.AwaitsHandOver)
        {
            // A disconnect may be held back until it is clear whether it is the transfer's.
            await deadlines.EndsWithinAsync(session.Ended, Patience.TrailingEvent);
        }
    }

    private static bool IsEnding(CallSession session) => session.End is null && (session.HandedOver || session.HangUpRequested);

    // A prompt may play on, such as music: nothing depends on its end.
    private static void RefuseSteps(CallSession session)
    {
        if (session.Pending.Find(pending => pending.Action is not Play && !pending.Completion.IsCompleted) is { } pending)
        {
            throw new InvalidOperationException(
                $"The flow can't continue as new while {pending.Step.Name} ({pending.Step.Source}) is under way: its outcome would be lost. "
                + "Wait for it first; only prompts may play on.");
        }
    }
}
