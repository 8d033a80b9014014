using CallFlows.Durable;
using CallFlows.Engine.Tests.Conformance;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>
/// A scenario that takes the same course on every engine: one step at a time, each left to settle, activities one after the other. What
/// it gives back can be compared between engines that keep, and that drop, executions.
/// </summary>
internal static class Script
{
    /// <summary>Runs a flow through the steps and gives the histories and states of all instances as text.</summary>
    public static async Task<string> RunAsync(
        EngineOptions options, IReadOnlyList<IReadOnlyList<FlowStep>> flow, IReadOnlyList<ScriptStep> steps)
    {
        DurableRegistry registry = new();
        EmbeddedEngineUnderTest? engine = null;
        int raised = 0;
        ScriptedFlow.Register(registry, async (instanceId, data) =>
            await engine!.Client.RaiseEventAsync(instanceId, "e0", $"activity{Interlocked.Increment(ref raised)}", data));
        await using EmbeddedEngineUnderTest started = await EmbeddedEngineUnderTest.StartAsync(
            registry, options with { MaxConcurrentActivities = 1 });
        engine = started;

        await engine.Client.StartIfAbsentAsync("flow", "one", Payload.From(flow));
        await engine.SettleAsync();
        int events = 0;
        foreach (ScriptStep step in steps)
        {
            Task taken = step.Kind switch
            {
                ScriptStepKind.Raise => engine.Client.RaiseEventAsync("one", $"e{step.Value % 2}", $"id{events++}", Payload.From(step.Value)),
                ScriptStepKind.Repeat => engine.Client.RaiseEventAsync("one", "e0", $"id{Math.Max(0, events - 1)}", Payload.From(step.Value)),
                ScriptStepKind.Advance => engine.AdvanceAsync(TimeSpan.FromSeconds(step.Value)),
                ScriptStepKind.Suspend => engine.Client.SuspendAsync("one"),
                _ => engine.Client.ResumeAsync("one"),
            };
            await taken;
            await engine.SettleAsync();
        }

        return await DescribeAsync(engine);
    }

    private static async Task<string> DescribeAsync(EmbeddedEngineUnderTest engine)
    {
        OrchestrationPage page = await engine.Client.QueryAsync(new OrchestrationQuery());
        List<string> all = [];
        foreach (OrchestrationState state in page.Instances.OrderBy(state => state.InstanceId, StringComparer.Ordinal))
        {
            all.Add($"== {state.InstanceId} {state.Status} {state.Output} {state.CustomStatus} {state.Failure?.Message}");
            all.Add(HistoryText.Of((await engine.Engine.GetHistoryAsync(state.InstanceId))!));
        }

        return string.Join('\n', all);
    }
}
