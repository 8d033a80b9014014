using CallFlows.Actions;
using CallFlows.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Running;

/// <summary>The one activity that executes call actions.</summary>
internal static class CallActionActivity
{
    public const string Name = "CallFlows.CallAction";

    /// <summary>
    /// The gateway has tried again within seconds already; these attempts bridge an outage that lasts longer. The request keeps its
    /// repeatability id.
    /// </summary>
    public static readonly RetryPolicy Retry = new() { MaxAttempts = 3, FirstInterval = TimeSpan.FromSeconds(2), BackoffCoefficient = 3 };

    public static Activity From(IServiceProvider services) => async (context, cancellationToken) =>
    {
        CallActionRequest request = context.Input.To<CallActionRequest>()
            ?? throw new InvalidOperationException("A call action activity was scheduled without a request; only calls schedule it, not flows.");
        if (context.IsRedelivered && !request.Action.IsRepeatable)
        {
            return Payload.From(new CallActionReply(null, null, IsInDoubt: true));
        }

        ICallGateway gateway = services.GetRequiredService<ICallGateway>();
        try
        {
            return Payload.From(new CallActionReply(await gateway.ExecuteAsync(request, cancellationToken).ConfigureAwait(false), null));
        }
        catch (CallActionException exception)
            when (!exception.Error.IsTransient || exception.Error.MayHaveHappened || context.Attempt >= Retry.MaxAttempts)
        {
            return Payload.From(new CallActionReply(null, exception.Error));
        }
    };
}
