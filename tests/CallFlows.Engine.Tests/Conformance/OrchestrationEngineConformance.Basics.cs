using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>Results, inputs, errors, activities.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task Orchestrator_ReturnsAtOnce_CompletesWithItsResult()
    {
        Orchestrator("flow", context => Task.FromResult<object?>($"{context.Name}/{context.InstanceId}/{context.Input}"));

        await StartFlowAsync(new { a = 1 });

        (await ResultAsync<string>()).Should().Be("""flow/one/{"a":1}""");
    }

    [Fact]
    public async Task Activities_InSequence_PassTheirResultsOn()
    {
        Activity("add", work => work.Input.To<int>() + 1);
        Orchestrator("flow", async context =>
        {
            int sum = context.Input.To<int>();
            for (int i = 0; i < 5; i++)
            {
                sum = (await context.CallActivityAsync("add", Payload.From(sum))).To<int>();
            }

            return sum;
        });

        await StartFlowAsync(10);

        (await ResultAsync<int>()).Should().Be(15);
    }

    [Fact]
    public async Task ExternalEvent_RaisedWhileTheFlowWaits_CompletesTheWait()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("go")).To<int>());
        await StartFlowAsync();
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running);

        await RaiseAsync("go", 42);

        (await ResultAsync<int>()).Should().Be(42);
    }

    [Fact]
    public async Task Timer_FiresWhenDue_NotBefore()
    {
        Orchestrator("flow", async context =>
        {
            DateTimeOffset due = context.CurrentUtcDateTime.AddHours(3);
            await context.CreateTimerAsync(due);
            return context.CurrentUtcDateTime >= due;
        });
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromMinutes(179));
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running);
        await Engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await ResultAsync<bool>()).Should().BeTrue();
    }
}
