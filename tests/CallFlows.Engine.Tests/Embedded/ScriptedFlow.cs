using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>A flow whose input says what its branches do, side by side.</summary>
internal static class ScriptedFlow
{
    private static readonly ActivityOptions Retried = new()
    {
        Retry = new RetryPolicy { MaxAttempts = 3, FirstInterval = TimeSpan.FromSeconds(2) },
        Source = "Flow.cs:1",
    };

    public static void Register(DurableRegistry registry, Func<string, Payload, Task> raise)
    {
        registry.AddActivity("work", (context, _) => Task.FromResult(context.Input));
        registry.AddActivity("flaky", (context, _) =>
            context.Attempt < 3 ? throw new TimeoutException("busy") : Task.FromResult(context.Input));
        registry.AddActivity("raise", async (context, _) =>
        {
            await raise(context.InstanceId, context.Input);
            return context.Input;
        });
        registry.AddOrchestrator("child", async context => await context.CallActivityAsync("work", context.Input));
        registry.AddOrchestrator("flow", RunAsync);
    }

    private static async Task<Payload> RunAsync(OrchestrationContext context)
    {
        List<string> log = [];
        FlowStep[][] branches = context.Input.To<FlowStep[][]>()!;
        await Task.WhenAll(branches.Select((steps, branch) => RunBranchAsync(context, steps, branch, log)));
        return Payload.From(log);
    }

    private static async Task RunBranchAsync(OrchestrationContext context, FlowStep[] steps, int branch, List<string> log)
    {
        foreach (FlowStep step in steps)
        {
            string result = await TakeAsync(context, step);
            log.Add($"{branch}:{step.Kind}={result}@{context.CurrentUtcDateTime:mm:ss}");
            context.SetCustomStatus(Payload.From(log.Count));
        }
    }

    private static async Task<string> TakeAsync(OrchestrationContext context, FlowStep step)
    {
        Payload value = Payload.From(step.Value);
        switch (step.Kind)
        {
            case FlowStepKind.Work:
                return (await context.CallActivityAsync("work", value)).ToString();
            case FlowStepKind.WorkThatRaises:
                return (await context.CallActivityAsync("raise", value)).ToString();
            case FlowStepKind.RetriedWork:
                return (await context.CallActivityAsync("flaky", value, Retried)).ToString();
            case FlowStepKind.FailingWork:
                return await FailAsync(context);
            case FlowStepKind.Sleep:
                await context.CreateTimerAsync(context.CurrentUtcDateTime.AddSeconds(step.Value));
                return "fired";
            case FlowStepKind.Wait:
                return (await context.WaitForExternalEventAsync($"E{step.Value % 2}")).ToString();
            case FlowStepKind.WaitOrTimeout:
                return await WaitOrTimeoutAsync(context, step.Value);
            case FlowStepKind.CancelledWait:
                return await CancelWaitAsync(context);
            case FlowStepKind.Child:
                return (await context.CallSubOrchestrationAsync("child", value)).ToString();
            default:
                return context.NewGuid().ToString();
        }
    }

    private static async Task<string> FailAsync(OrchestrationContext context)
    {
        try
        {
            return (await context.CallActivityAsync("flaky", Payload.Null)).ToString();
        }
        catch (TaskFailedException error)
        {
            return error.Failure.Message;
        }
    }

    private static async Task<string> WaitOrTimeoutAsync(OrchestrationContext context, int seconds)
    {
        using CancellationTokenSource loser = new();
        Task timer = context.CreateTimerAsync(context.CurrentUtcDateTime.AddSeconds(seconds), loser.Token);
        Task<Payload> heard = context.WaitForExternalEventAsync("e1", loser.Token);
        Task winner = await Task.WhenAny(timer, heard);
        loser.Cancel();
        return winner == heard ? (await heard).ToString() : "timeout";
    }

    private static async Task<string> CancelWaitAsync(OrchestrationContext context)
    {
        using CancellationTokenSource giveUp = new();
        Task<Payload> heard = context.WaitForExternalEventAsync("e0", giveUp.Token);
        await context.CreateTimerAsync(context.CurrentUtcDateTime.AddSeconds(3));
        giveUp.Cancel();
        return heard.IsCompletedSuccessfully ? (await heard).ToString() : "gave up";
    }
}
