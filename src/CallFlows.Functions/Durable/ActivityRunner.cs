using CallFlows.Durable;
using Microsoft.Extensions.Logging;

namespace CallFlows.Functions.Durable;

/// <summary>Runs an activity that an orchestration has scheduled.</summary>
public sealed partial class ActivityRunner(DurableRegistry registry, TimeProvider time, ILogger<ActivityRunner> logger)
{
    /// <summary>
    /// After how long a piece of work is taken for one that may have been delivered before. Durable Functions doesn't tell; it delivers what is
    /// new within moments, and again only what a host that has gone has left behind.
    /// </summary>
    public static readonly TimeSpan FreshWork = TimeSpan.FromSeconds(10);

    /// <summary>Runs it. What goes wrong in it comes back as data.</summary>
    /// <param name="call">The work.</param>
    /// <param name="cancellationToken">Cancelled when the host stops.</param>
    /// <exception cref="OperationCanceledException">The host stops: it delivers the work again to another one, as it does with no result.</exception>
    public async Task<ActivityOutcome> RunAsync(ActivityCall call, CancellationToken cancellationToken)
    {
        if (!registry.Activities.TryGetValue(call.Name, out Activity? activity))
        {
            return Failed(call, new InvalidOperationException($"No activity '{call.Name}' is registered; add its handler with AddCallFlows."));
        }

        ActivityContext context = new(call.InstanceId, call.Name, call.ExecutionId, call.Attempt, call.Input)
        {
            IsRedelivered = time.GetUtcNow() - call.ScheduledAt > FreshWork,
        };
        try
        {
            return new ActivityOutcome(await activity(context, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            return Failed(call, problem);
        }
    }

    private ActivityOutcome Failed(ActivityCall call, Exception problem)
    {
        Log.Failed(logger, problem, call.Name, call.InstanceId, call.Attempt);
        return new ActivityOutcome(Payload.Null, FailureDetails.From(problem));
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Activity {Activity} of {InstanceId} failed in attempt {Attempt}")]
        public static partial void Failed(ILogger logger, Exception problem, string activity, string instanceId, int attempt);
    }
}
