using CallFlows.Durable;
using CallFlows.Engine.Tests.Embedded;

namespace CallFlows.Engine.Tests.Hosting;

/// <summary>What a history shows to those who read it.</summary>
public sealed class HistoryTests : EmbeddedEngineTest
{
    [Fact]
    public async Task History_OfARetriedActivity_ShowsEveryAttemptItsTimerAndItsSource()
    {
        Activity("flaky", work => work.Attempt == 1 ? throw new TimeoutException("busy") : "done");
        Orchestrator("flow", async context => (await context.CallActivityAsync(
            "flaky", Payload.From("in"), new ActivityOptions { Retry = new RetryPolicy(), Source = "Order.cs:7" })).To<string>());
        await StartEngineAsync();
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromSeconds(1));

        (await HistoryAsync()).Should().Be("""
            ExecutionStarted 09:00:00 flow
            ActivityScheduled 09:00:00 1 flaky Order.cs:7 "in" one:1:1 1
            ActivityFailed 09:00:00 1 flaky System.TimeoutException busy
            TimerCreated 09:00:00 2 Order.cs:7 09:00:01
            TimerFired 09:00:01 2
            ActivityScheduled 09:00:01 3 flaky Order.cs:7 "in" one:1:1 2
            ActivityCompleted 09:00:01 3 flaky "done"
            ExecutionCompleted 09:00:01 "done"
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task History_OfAnUnknownInstance_IsNull()
    {
        await StartEngineAsync();

        (await Engine.Engine.GetHistoryAsync("nobody")).Should().BeNull();
    }

    [Fact]
    public async Task History_AfterContinueAsNew_StartsAgain()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("tone");
            context.ContinueAsNew(Payload.From(context.Input.To<int>() + 1));
            return null;
        });
        await StartEngineAsync();
        await StartFlowAsync(1);

        await RaiseAsync("tone", eventId: "e1");

        (await HistoryAsync()).Should().Be("ExecutionStarted 09:00:00 flow 2");
        (await StateAsync()).Input.To<int>().Should().Be(2);
    }
}
