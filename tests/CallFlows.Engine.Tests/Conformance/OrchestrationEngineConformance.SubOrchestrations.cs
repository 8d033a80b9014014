using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>Sub-orchestrations and continue-as-new.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task SubOrchestration_Completes_GivesItsResult()
    {
        Orchestrator("child", async context => (await context.WaitForExternalEventAsync("tone")).To<int>() + context.Input.To<int>());
        Orchestrator("flow", async context => (await context.CallSubOrchestrationAsync(
            "child", Payload.From(40), new SubOrchestrationOptions { InstanceId = "kid" })).To<int>());
        await StartFlowAsync();

        await RaiseAsync("tone", 2, id: "kid");

        (await ResultAsync<int>()).Should().Be(42);
    }

    [Fact]
    public async Task SubOrchestration_Fails_ThrowsWithTheDetails()
    {
        Orchestrator("child", _ => throw new InvalidOperationException("broken"));
        Orchestrator("flow", async context =>
        {
            try
            {
                return (await context.CallSubOrchestrationAsync("child", Payload.Null)).ToString();
            }
            catch (TaskFailedException error)
            {
                return $"{error.TaskName}|{error.Failure.ErrorType}|{error.Failure.Message}";
            }
        });

        await StartFlowAsync();

        (await ResultAsync<string>()).Should().Be("child|System.InvalidOperationException|broken");
    }

    [Fact]
    public async Task SubOrchestrations_WithoutIds_GetDifferentOnes()
    {
        Orchestrator("child", context => Task.FromResult<object?>(context.InstanceId));
        Orchestrator("flow", async context =>
        {
            Payload[] ids = await Task.WhenAll(
                Enumerable.Range(0, 3).Select(_ => context.CallSubOrchestrationAsync("child", Payload.Null)));
            return ids.Select(id => id.To<string>());
        });

        await StartFlowAsync(id: LongestId);

        (await ResultAsync<string[]>(LongestId)).Should().OnlyHaveUniqueItems().And.HaveCount(3);
    }

    [Fact]
    public async Task SubOrchestration_Terminated_FailsInItsParent()
    {
        Orchestrator("child", async context => (await context.WaitForExternalEventAsync("never")).ToString());
        Orchestrator("flow", async context => (await context.CallSubOrchestrationAsync(
            "child", Payload.Null, new SubOrchestrationOptions { InstanceId = "kid" })).ToString());
        await StartFlowAsync();

        (await Client.TerminateAsync("kid")).Should().BeTrue();

        (await FailureAsync()).Message.Should().Contain("terminated");
    }

    [Fact]
    public async Task SubOrchestration_WithAnIdThatIsTaken_FailsAndLeavesTheOtherAlone()
    {
        Orchestrator("child", async context => (await context.WaitForExternalEventAsync("tone")).To<int>());
        Orchestrator("flow", async context => (await context.CallSubOrchestrationAsync(
            "child", Payload.Null, new SubOrchestrationOptions { InstanceId = "taken" })).ToString());
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("child", "taken", Payload.Null);

        await StartFlowAsync();

        (await FailureAsync()).Message.Should().Contain("taken");
        (await StateAsync("taken")).Status.Should().Be(OrchestrationStatus.Running);
    }

    [Fact]
    public async Task SubOrchestration_ThatIsNotRegistered_FailsWithItsName()
    {
        Orchestrator("flow", async context => (await context.CallSubOrchestrationAsync("missing", Payload.Null)).ToString());

        await StartFlowAsync();

        (await FailureAsync()).Message.Should().Contain("missing");
    }

    [Fact]
    public async Task SubOrchestration_WhoseParentEnds_GoesOn()
    {
        Orchestrator("child", async context => (await context.WaitForExternalEventAsync("tone")).To<int>());
        Orchestrator("flow", async context =>
        {
            Task child = context.CallSubOrchestrationAsync(
                "child", Payload.Null, new SubOrchestrationOptions { InstanceId = "kid" });
            await Task.WhenAny(child, context.WaitForExternalEventAsync("go"));
            return null;
        });
        await StartFlowAsync();
        await RaiseAsync("go");
        await ResultAsync<object>();

        await RaiseAsync("tone", 3, id: "kid");

        (await ResultAsync<int>("kid")).Should().Be(3);
    }

    [Fact]
    public async Task ContinueAsNew_RunsAgainWithTheNewInput()
    {
        Activity("add", work => work.Input.To<int>() + 1);
        Orchestrator("flow", async context =>
        {
            int next = (await context.CallActivityAsync("add", context.Input)).To<int>();
            if (next < 10)
            {
                context.ContinueAsNew(Payload.From(next));
            }

            return next;
        });

        await StartFlowAsync(0);

        (await ResultAsync<int>()).Should().Be(10);
    }

    [Theory]
    [InlineData(true, "1,2,3")]
    [InlineData(false, "3,4,5")]
    public async Task ContinueAsNew_WithEventsWaiting_KeepsOrDropsThem(bool keeps, string taken)
    {
        Orchestrator("flow", async context =>
        {
            if (context.Input.IsNull)
            {
                await context.WaitForExternalEventAsync("again");
                context.ContinueAsNew(Payload.From("second"), keeps);
                return null;
            }

            List<int> digits = [];
            while (digits.Count < 3)
            {
                digits.Add((await context.WaitForExternalEventAsync("digit")).To<int>());
            }

            return string.Join(',', digits);
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 1);
        await RaiseAsync("digit", 2);
        await RaiseAsync("again");
        await RaiseAsync("digit", 3);
        if (!keeps)
        {
            await RaiseAsync("digit", 4);
            await RaiseAsync("digit", 5);
        }

        (await ResultAsync<string>()).Should().Be(taken);
    }

    [Fact]
    public async Task ContinueAsNew_WithTasksOfTheOldExecution_LetsThemGo()
    {
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Activity("slow", async (work, _) =>
        {
            if (work.Input.To<int>() == 1)
            {
                await release.Task;
            }

            return work.Input.To<int>();
        });
        Orchestrator("flow", async context =>
        {
            bool isFirst = context.Input.IsNull;
            Task timer = context.CreateTimerAsync(context.CurrentUtcDateTime.AddMinutes(isFirst ? 5 : 60));
            Task<Payload> activity = context.CallActivityAsync("slow", Payload.From(isFirst ? 1 : 2));
            if (isFirst)
            {
                context.ContinueAsNew(Payload.From("second"));
                return null;
            }

            int result = (await activity).To<int>();
            await timer;
            return $"{result} {context.CurrentUtcDateTime:HH:mm}";
        });
        await StartEngineAsync();
        DateTimeOffset started = Engine.Now;
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        release.SetResult();

        await Engine.AdvanceAsync(TimeSpan.FromMinutes(60));

        (await ResultAsync<string>()).Should().Be($"2 {started.AddMinutes(60):HH:mm}");
    }
}
