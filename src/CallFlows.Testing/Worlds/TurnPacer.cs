using CallFlows.Engine;
using CallFlows.Testing.Time;

namespace CallFlows.Testing.Worlds;

/// <summary>Runs the activities of one process one at a time, in the order they were scheduled.</summary>
internal sealed class TurnPacer(VirtualTimeProvider time, World world, CancellationToken gone) : ActivityPacer
{
    /// <summary>
    /// How long an activity waits for its turn. Callbacks travel for less, so that the two never come at one time: which of them came first would
    /// be up to the threads.
    /// </summary>
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(2);

    public override void Start(PacedActivity activity) => time.CreateTimer(
        _ =>
        {
            if (!gone.IsCancellationRequested)
            {
                WorkHold hold = new(time, gone);
                Task.Run(() => RunAsync(activity, hold));
            }
        },
        null,
        Wait,
        Timeout.InfiniteTimeSpan);

    private async Task RunAsync(PacedActivity activity, WorkHold hold)
    {
        using WorkHold held = hold;
        WorkHold.Current = hold;
        if (!await world.MayRunAsync(activity.Context).ConfigureAwait(false))
        {
            return;
        }

        await activity.RunAsync().ConfigureAwait(false);
        if (!gone.IsCancellationRequested && world.MayComplete())
        {
            activity.Complete();
        }
    }
}
