using CallFlows.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Registration;

/// <summary>Runs an activity's handler in a scope of its own.</summary>
internal static class ActivityInvoker
{
    public static Activity For<TActivity, TResult>(IServiceProvider services)
        where TActivity : IActivity<TResult> => async (context, cancellationToken) =>
        {
            TActivity request = context.Input.To<TActivity>()
                ?? throw new InvalidOperationException($"The activity {typeof(TActivity).Name} was scheduled without a request; run it with FlowContext.RunAsync.");
            AsyncServiceScope scope = services.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                IActivityHandler<TActivity, TResult> handler = scope.ServiceProvider.GetRequiredService<IActivityHandler<TActivity, TResult>>();
                return Payload.From(await handler.HandleAsync(request, context, cancellationToken).ConfigureAwait(false));
            }
        };
}
