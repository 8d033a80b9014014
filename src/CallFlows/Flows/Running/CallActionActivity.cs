using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Flows.Addressing;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Flows.Running;

/// <summary>The one activity that executes call actions.</summary>
internal static class CallActionActivity
{
    public const string Name = FlowActivities.CallAction;

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
            CallActionResult result = await gateway.ExecuteAsync(request, cancellationToken).ConfigureAwait(false);
            if (request.Action is StartRecording && result is RecordingResult recording)
            {
                // Before the flow knows of it: from now on its files find the flow, however long they take.
                await services.GetRequiredService<AddressBook>()
                    .AddRecordingAsync(recording.RecordingId, request.InstanceId, cancellationToken).ConfigureAwait(false);
            }

            return Payload.From(new CallActionReply(result, null));
        }
        catch (CallActionException exception)
            when (!exception.Error.IsTransient || exception.Error.MayHaveHappened || context.Attempt >= Retry.MaxAttempts)
        {
            return Payload.From(new CallActionReply(null, exception.Error));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !request.Action.IsRepeatable)
        {
            // The process stops while the action is on its way. A host that can still note it spares the next one the guess.
            return Payload.From(new CallActionReply(null, null, IsInDoubt: true));
        }
    };
}
