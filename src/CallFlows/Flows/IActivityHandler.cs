using CallFlows.Durable;

namespace CallFlows.Flows;

/// <summary>Does the work of an activity. Made for each execution in a scope of its own, so it may take any service.</summary>
/// <typeparam name="TActivity">The request.</typeparam>
/// <typeparam name="TResult">The result.</typeparam>
public interface IActivityHandler<in TActivity, TResult>
    where TActivity : IActivity<TResult>
{
    /// <summary>Does the work. It may run more than once for one request: <see cref="ActivityContext.ExecutionId"/> stays the same.</summary>
    /// <param name="request">The request.</param>
    /// <param name="context">Which piece of work this is.</param>
    /// <param name="cancellationToken">Cancelled when the host stops; the work is done again after the restart.</param>
    Task<TResult> HandleAsync(TActivity request, ActivityContext context, CancellationToken cancellationToken);
}
