using CallFlows.Engine.Activities;

namespace CallFlows.Engine.Hosting;

/// <summary>Lets new work of clients in as long as there is not too much of it.</summary>
internal sealed class Admission(EngineOptions options, ActivityDispatcher activities)
{
    private int _underWay;

    /// <summary>Lets one call in. Each call that was let in needs one <see cref="Leave"/>.</summary>
    /// <exception cref="EngineBusyException">There is too much to do.</exception>
    public void Enter()
    {
        if (activities.WaitingCount >= options.MaxWaitingActivities)
        {
            throw Busy($"{options.MaxWaitingActivities} activities wait to be run", nameof(EngineOptions.MaxWaitingActivities));
        }

        if (Interlocked.Increment(ref _underWay) > options.MaxConcurrentClientCalls)
        {
            Leave();
            throw Busy($"{options.MaxConcurrentClientCalls} starts and events are under way", nameof(EngineOptions.MaxConcurrentClientCalls));
        }
    }

    public void Leave() => Interlocked.Decrement(ref _underWay);

    /// <summary>What a refused call is told.</summary>
    /// <param name="what">What there is too much of.</param>
    /// <param name="option">The option that bounds it.</param>
    public static EngineBusyException Busy(string what, string option) => new(
        $"The engine is busy: {what}, as many as {nameof(EngineOptions)}.{option} allows. Nothing was changed; try again in a moment.");
}
