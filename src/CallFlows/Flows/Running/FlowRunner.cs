using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Flows.Running.Continuing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CallFlows.Flows.Running;

/// <summary>Runs a flow as an orchestration.</summary>
internal static class FlowRunner
{
    public static Orchestrator For(IServiceProvider services, Type flowType) => For(
        services, flowType, context => new FlowRuntime(context, FlowNames.InterestOf(flowType), [.. services.GetServices<ICallTranscriptObserver>()]));

    /// <param name="services">The application's services.</param>
    /// <param name="flowType">The flow's class.</param>
    /// <param name="begin">Makes what an execution runs on.</param>
    public static Orchestrator For(IServiceProvider services, Type flowType, Func<OrchestrationContext, FlowRuntime> begin) => context =>
    {
        IFlow flow = (IFlow)ActivatorUtilities.CreateInstance(services, flowType);
        ILogger logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(flowType);
        FlowRuntime runtime = begin(context);
        return RunAsync(runtime, () => flow.RunAsync(new FlowContext(runtime, logger), runtime.Input));
    };

    private static async Task<Payload> RunAsync(FlowRuntime runtime, Func<Task<Payload>> body)
    {
        runtime.Background.Run(runtime.Pump.RunAsync);
        Task<Payload> flow = FinishAsync(runtime, body);
        if (await Task.WhenAny(flow, runtime.Background.Failed) != flow)
        {
            BackgroundWork.Forget(flow);
            await HangUpAllAsync(runtime);
            await runtime.Background.Failed;
        }

        return await flow;
    }

    private static async Task<Payload> FinishAsync(FlowRuntime runtime, Func<Task<Payload>> body)
    {
        FlowOutput output;
        try
        {
            output = new FlowOutput(FlowEnding.Completed, [], await body());
            if (runtime.Next is { } next)
            {
                await Continuer.ContinueAsync(runtime, next);
                return Payload.Null;
            }
        }
        catch (CallEndedException exception)
        {
            output = new FlowOutput(FlowEnding.CallEnded, [], CallEnd: exception.End);
        }
        catch
        {
            await HangUpAllAsync(runtime);
            throw;
        }

        await HangUpAllAsync(runtime);
        return Payload.From(output with { Calls = runtime.Calls.Transcripts });
    }

    /// <summary>Leaving a flow leaves its calls. Nobody is left on a line that no code serves.</summary>
    private static async Task HangUpAllAsync(FlowRuntime runtime)
    {
        // By index: code of the author's that nobody awaits may go on, and dial.
        for (int i = 0; i < runtime.Calls.Sessions.Count; i++)
        {
            CallSession session = runtime.Calls.Sessions[i];
            if (session.HandedOver)
            {
                await runtime.Deadlines.EndsWithinAsync(session.Ended, Patience.LastCallback);
            }

            // A call that is being answered or dialled has no id yet, but soon will.
            if (session.End is null && (session.ConnectionId is not null || session.Pending.Count > 0))
            {
                await runtime.Calls.TryHangUpAsync(session, forEveryone: false, new Step("leaving the flow", runtime.Context.Name));
            }
        }
    }
}
