using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>External events.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task ExternalEvent_RaisedBeforeTheFlowWaits_IsKeptForTheWait()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("first");
            return (await context.WaitForExternalEventAsync("second")).To<string>();
        });
        await StartFlowAsync();

        await RaiseAsync("second", "early");
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running);
        await RaiseAsync("first");

        (await ResultAsync<string>()).Should().Be("early");
    }

    [Fact]
    public async Task ExternalEvents_OfOneName_AreTakenInTheOrderTheyCame()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("go");
            List<int> taken = [];
            for (int i = 0; i < 3; i++)
            {
                taken.Add((await context.WaitForExternalEventAsync("digit")).To<int>());
            }

            return taken;
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 1);
        await RaiseAsync("digit", 2);
        await RaiseAsync("go");
        await RaiseAsync("digit", 3);

        (await ResultAsync<int[]>()).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task Waits_OfOneName_AreServedInTheOrderTheyWereMade()
    {
        Orchestrator("flow", async context =>
        {
            Task<Payload> first = context.WaitForExternalEventAsync("digit");
            Task<Payload> second = context.WaitForExternalEventAsync("digit");
            return $"{await second},{await first}";
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 1);
        await RaiseAsync("digit", 2);

        (await ResultAsync<string>()).Should().Be("2,1");
    }

    [Fact]
    public async Task Waits_ForSeveralNamesAtOnce_CompleteEachWithItsOwn()
    {
        Orchestrator("flow", async context =>
        {
            Payload[] all = await Task.WhenAll(
                context.WaitForExternalEventAsync("a"), context.WaitForExternalEventAsync("b"), context.WaitForExternalEventAsync("c"));
            return all.Select(data => data.To<int>());
        });
        await StartFlowAsync();

        await RaiseAsync("c", 3);
        await RaiseAsync("a", 1);
        await RaiseAsync("b", 2);

        (await ResultAsync<int[]>()).Should().Equal(1, 2, 3);
    }

    [Fact]
    public async Task ExternalEvent_NameInOtherCase_CompletesTheWait()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("Approved")).To<bool>());
        await StartFlowAsync();

        await RaiseAsync("APPROVED", true);

        (await ResultAsync<bool>()).Should().BeTrue();
    }

    [Fact]
    public async Task ExternalEvent_RaisedWhileAnActivityRuns_IsTakenAfterIt()
    {
        TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);
        Activity("slow", async (_, _) =>
        {
            started.TrySetResult();
            await release.Task;
            return "done";
        });
        Orchestrator("flow", async context =>
        {
            Payload done = await context.CallActivityAsync("slow", Payload.Null);
            return $"{done.To<string>()} {(await context.WaitForExternalEventAsync("tone")).To<int>()}";
        });
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null);
        await started.Task.WaitAsync(Guard);

        await Client.RaiseEventAsync("one", "tone", "e1", Payload.From(7));
        release.SetResult();

        (await ResultAsync<string>()).Should().Be("done 7");
    }

    [Fact]
    public virtual async Task ExternalEvent_SameIdAgain_IsDroppedBeforeAndAfterItWasTaken()
    {
        Orchestrator("flow", async context =>
        {
            await context.WaitForExternalEventAsync("go");
            int first = (await context.WaitForExternalEventAsync("digit")).To<int>();
            int second = (await context.WaitForExternalEventAsync("digit")).To<int>();
            return $"{first},{second}";
        });
        await StartFlowAsync();

        await RaiseAsync("digit", 1, "e1");
        (await Client.RaiseEventAsync("one", "digit", "e1", Payload.From(9))).Should().Be(RaiseEventResult.Duplicate);
        await RaiseAsync("go");
        (await Client.RaiseEventAsync("one", "digit", "e1", Payload.From(9))).Should().Be(RaiseEventResult.Duplicate);
        await RaiseAsync("digit", 2, "e2");

        (await ResultAsync<string>()).Should().Be("1,2");
    }

    [Fact]
    public virtual async Task ExternalEvent_SameIdRaisedManyTimesAtOnce_IsAcceptedOnce()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("end")).To<int>());
        await StartFlowAsync();

        RaiseEventResult[] results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => Client.RaiseEventAsync("one", "digit", "same", Payload.From(1)))));

        results.Count(result => result == RaiseEventResult.Accepted).Should().Be(1);
        results.Count(result => result == RaiseEventResult.Duplicate).Should().Be(19);
    }

    [Fact]
    public virtual async Task ExternalEvent_SameIdAfterContinueAsNew_IsDropped()
    {
        Orchestrator("flow", async context =>
        {
            Payload data = await context.WaitForExternalEventAsync("digit");
            if (context.Input.IsNull)
            {
                context.ContinueAsNew(Payload.From("second round"));
            }

            return data.To<int>();
        });
        await StartFlowAsync();
        await RaiseAsync("digit", 1, "e1");

        (await Client.RaiseEventAsync("one", "digit", "e1", Payload.From(1))).Should().Be(RaiseEventResult.Duplicate);
        await RaiseAsync("digit", 2, "e2");

        (await ResultAsync<int>()).Should().Be(2);
    }

    [Fact]
    public async Task ExternalEvent_ToNobodyOrToAnEndedInstance_SaysSo()
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(1));
        await StartFlowAsync();

        (await Client.RaiseEventAsync("nobody", "digit", "e1", Payload.Null)).Should().Be(RaiseEventResult.NotFound);
        (await Client.RaiseEventAsync("one", "digit", "e1", Payload.Null)).Should().Be(RaiseEventResult.Finished);
    }

    [Fact]
    public async Task Wait_Cancelled_TakesNoEvent()
    {
        Orchestrator("flow", async context =>
        {
            using CancellationTokenSource giveUp = new();
            Task<Payload> abandoned = context.WaitForExternalEventAsync("digit", giveUp.Token);
            await context.WaitForExternalEventAsync("go");
            giveUp.Cancel();
            string fate = abandoned.IsCanceled ? "cancelled" : "alive";
            return $"{fate} {(await context.WaitForExternalEventAsync("digit")).To<int>()}";
        });
        await StartFlowAsync();

        await RaiseAsync("go");
        await RaiseAsync("digit", 5);

        (await ResultAsync<string>()).Should().Be("cancelled 5");
    }

    [Fact]
    public async Task Wait_WithATokenThatIsCancelledAlready_EndsAsCancelled()
    {
        Orchestrator("flow", async context =>
        {
            try
            {
                await context.WaitForExternalEventAsync("digit", new CancellationToken(canceled: true));
                return "event";
            }
            catch (OperationCanceledException)
            {
                return "cancelled";
            }
        });

        await StartFlowAsync();

        (await ResultAsync<string>()).Should().Be("cancelled");
    }

    [Fact]
    public async Task ExternalEvents_ManyAtOnce_AreAllTakenExactlyOnce()
    {
        Orchestrator("flow", async context =>
        {
            int sum = 0;
            for (int i = 0; i < 100; i++)
            {
                sum += (await context.WaitForExternalEventAsync("digit")).To<int>();
            }

            return sum;
        });
        await StartFlowAsync();

        await Task.WhenAll(Enumerable.Range(1, 100).Select(i =>
            Task.Run(() => Client.RaiseEventAsync("one", "digit", $"e{i}", Payload.From(i)))));

        (await ResultAsync<int>()).Should().Be(5050);
    }
}
