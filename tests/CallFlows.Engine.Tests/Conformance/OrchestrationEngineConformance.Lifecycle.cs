using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>Starting, holding, ending, deleting, asking.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task Start_ManyTimesAtOnce_StartsOnce()
    {
        int runs = 0;
        Activity("count", _ => Interlocked.Increment(ref runs));
        Orchestrator("flow", async context => (await context.CallActivityAsync("count", Payload.Null)).To<int>());
        await StartEngineAsync();

        bool[] started = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => Client.StartIfAbsentAsync("flow", "one", Payload.Null))));

        started.Count(mine => mine).Should().Be(1);
        (await ResultAsync<int>()).Should().Be(1);
        runs.Should().Be(1);
    }

    [Fact]
    public async Task Start_WhenItHasEndedAlready_ChangesNothing()
    {
        Orchestrator("flow", context => Task.FromResult<object?>(context.Input.To<int>()));
        await StartFlowAsync(1);

        (await Client.StartIfAbsentAsync("flow", "one", Payload.From(2))).Should().BeFalse();

        (await ResultAsync<int>()).Should().Be(1);
    }

    [Fact]
    public async Task Start_OfAnUnknownOrchestrator_IsRefusedWithItsName()
    {
        await StartEngineAsync();

        Func<Task> start = () => Client.StartIfAbsentAsync("missing", "one", Payload.Null);

        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("*missing*");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(257)]
    public async Task Start_WithAnIdOfTheWrongLength_IsRefused(int length)
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(null));
        await StartEngineAsync();

        Func<Task> start = () => Client.StartIfAbsentAsync("flow", new string('x', length), Payload.Null);

        await start.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task Suspended_TakesEventsAndTimersButRunsNoCodeUntilResumed()
    {
        Orchestrator("flow", async context =>
        {
            await context.CreateTimerAsync(context.CurrentUtcDateTime.AddMinutes(1));
            return (await context.WaitForExternalEventAsync("tone")).To<int>();
        });
        await StartFlowAsync();

        (await Client.SuspendAsync("one", "lunch")).Should().BeTrue();
        (await Client.SuspendAsync("one")).Should().BeFalse("it is held already");
        await RaiseAsync("tone", 8);
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));
        await Engine.DropLiveExecutionsAsync();
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Suspended);

        (await Client.ResumeAsync("one")).Should().BeTrue();
        (await Client.ResumeAsync("one")).Should().BeFalse("it is not held any more");
        (await ResultAsync<int>()).Should().Be(8);
    }

    [Fact]
    public virtual async Task Suspended_SameEventTwice_IsDropped()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("tone")).To<int>());
        await StartFlowAsync();
        await Client.SuspendAsync("one");

        await RaiseAsync("tone", 1, "e1");

        (await Client.RaiseEventAsync("one", "tone", "e1", Payload.From(2))).Should().Be(RaiseEventResult.Duplicate);
    }

    [Fact]
    public async Task Terminate_EndsTheInstanceWithTheGivenOutput()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("never")).ToString());
        await StartFlowAsync();

        (await Client.TerminateAsync("one", Payload.From("enough"))).Should().BeTrue();
        (await Client.TerminateAsync("one")).Should().BeFalse();

        OrchestrationState state = await Client.WaitForCompletionAsync("one").WaitAsync(Guard);
        state.Status.Should().Be(OrchestrationStatus.Terminated);
        state.Output.To<string>().Should().Be("enough");
        (await Client.RaiseEventAsync("one", "never", "e1", Payload.Null)).Should().Be(RaiseEventResult.Finished);
    }

    [Fact]
    public async Task Purge_DeletesOnlyWhatHasEnded()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("tone")).To<int>());
        await StartFlowAsync();
        (await Client.PurgeAsync("one")).Should().BeFalse("it runs");
        await RaiseAsync("tone", 1);

        (await Client.PurgeAsync("one")).Should().BeTrue();

        (await Client.GetAsync("one")).Should().BeNull();
        (await Client.PurgeAsync("one")).Should().BeFalse();
        (await Client.StartIfAbsentAsync("flow", "one", Payload.Null)).Should().BeTrue("the id is free again");
    }

    [Fact]
    public async Task Operators_OnAnUnknownInstance_GetFalse()
    {
        await StartEngineAsync();

        (await Client.SuspendAsync("nobody")).Should().BeFalse();
        (await Client.ResumeAsync("nobody")).Should().BeFalse();
        (await Client.TerminateAsync("nobody")).Should().BeFalse();
        (await Client.PurgeAsync("nobody")).Should().BeFalse();
        (await Client.GetAsync("nobody")).Should().BeNull();
    }

    [Fact]
    public async Task CustomStatus_ShowsTheLastOneSet()
    {
        Orchestrator("flow", async context =>
        {
            context.SetCustomStatus(Payload.From("thinking"));
            context.SetCustomStatus(Payload.From("ringing"));
            await context.WaitForExternalEventAsync("tone");
            context.SetCustomStatus(Payload.From("talking"));
            return null;
        });
        await StartFlowAsync();
        (await StateAsync()).CustomStatus.To<string>().Should().Be("ringing");

        await RaiseAsync("tone");

        (await StateAsync()).CustomStatus.To<string>().Should().Be("talking");
    }

    [Fact]
    public async Task GuidsAndTimes_AreTheSameWhenReplayed()
    {
        Activity("echo", work => work.Input.To<string>());
        Orchestrator("flow", async context =>
        {
            string before = $"{context.NewGuid()} {context.NewGuid()} {context.CurrentUtcDateTime:O}";
            string told = (await context.CallActivityAsync("echo", Payload.From(before))).To<string>()!;
            await context.WaitForExternalEventAsync("tone");
            return new[] { before, told };
        });
        await StartFlowAsync();
        await Engine.DropLiveExecutionsAsync();

        await RaiseAsync("tone");

        string[] both = (await ResultAsync<string[]>())!;
        both[0].Should().Be(both[1]);
        both[0].Split(' ')[0].Should().NotBe(both[0].Split(' ')[1]);
    }

    [Fact]
    public async Task IsReplaying_GuardsWhatMustHappenOnce()
    {
        int happened = 0;
        Orchestrator("flow", async context =>
        {
            for (int i = 0; i < 3; i++)
            {
                await context.WaitForExternalEventAsync("tone");
                if (!context.IsReplaying)
                {
                    Interlocked.Increment(ref happened);
                }
            }

            return null;
        });
        await StartFlowAsync();

        for (int i = 0; i < 3; i++)
        {
            await RaiseAsync("tone");
            await Engine.DropLiveExecutionsAsync();
        }

        await ResultAsync<object>();
        happened.Should().Be(3);
    }

    [Fact]
    public async Task Query_GivesPagesNewestFirst()
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(null));
        await StartEngineAsync();
        for (int i = 0; i < 7; i++)
        {
            await StartFlowAsync(id: $"i{i}");
            await Engine.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        List<string> found = [];
        List<int> sizes = [];
        string? token = null;
        do
        {
            OrchestrationPage page = await Client.QueryAsync(new OrchestrationQuery { PageSize = 3, ContinuationToken = token });
            found.AddRange(page.Instances.Select(state => state.InstanceId));
            sizes.Add(page.Instances.Count);
            token = page.ContinuationToken;
        }
        while (token is not null);

        found.Should().Equal("i6", "i5", "i4", "i3", "i2", "i1", "i0");
        sizes.Should().Equal(3, 3, 1);
    }

    [Fact]
    public async Task Query_WithConditions_GivesOnlyWhatFits()
    {
        Orchestrator("flow", _ => Task.FromResult<object?>(null));
        Orchestrator("other", async context => (await context.WaitForExternalEventAsync("never")).ToString());
        await StartFlowAsync(id: "old");
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));
        DateTimeOffset border = Engine.Now;
        await StartFlowAsync(id: "new");
        await Client.StartIfAbsentAsync("other", "waiting", Payload.Null);

        async Task<IEnumerable<string>> IdsAsync(OrchestrationQuery query) =>
            (await Client.QueryAsync(query)).Instances.Select(state => state.InstanceId);

        (await IdsAsync(new OrchestrationQuery { Name = "flow" })).Should().Equal("new", "old");
        (await IdsAsync(new OrchestrationQuery { ExceptNames = ["other", "third"] })).Should().Equal("new", "old");
        (await IdsAsync(new OrchestrationQuery { Statuses = [OrchestrationStatus.Running] })).Should().Equal("waiting");
        (await IdsAsync(new OrchestrationQuery { CreatedFrom = border, Name = "flow" })).Should().Equal("new");
        (await IdsAsync(new OrchestrationQuery { CreatedBefore = border })).Should().Equal("old");
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1001, null)]
    [InlineData(10, "made up")]
    public async Task Query_ThatMakesNoSense_IsRefused(int pageSize, string? token)
    {
        await StartEngineAsync();

        Func<Task> query = () => Client.QueryAsync(new OrchestrationQuery { PageSize = pageSize, ContinuationToken = token });

        await query.Should().ThrowAsync<ArgumentException>();
    }

    [Fact]
    public async Task WaitForCompletion_ReturnsWhenTheInstanceEnds()
    {
        Orchestrator("flow", async context => (await context.WaitForExternalEventAsync("tone")).To<int>());
        await StartFlowAsync();
        Task<OrchestrationState> wait = Client.WaitForCompletionAsync("one");
        wait.IsCompleted.Should().BeFalse();

        await RaiseAsync("tone", 4);

        (await wait.WaitAsync(Guard)).Output.To<int>().Should().Be(4);
    }

    [Fact]
    public async Task WaitForCompletion_OfNobody_Throws()
    {
        await StartEngineAsync();

        Func<Task> wait = () => Client.WaitForCompletionAsync("nobody");

        await wait.Should().ThrowAsync<KeyNotFoundException>();
    }

    [Fact]
    public async Task Instances_AThousandAtOnce_AllEndWithTheirOwnResults()
    {
        Activity("double", work => work.Input.To<int>() * 2);
        Orchestrator("flow", async context =>
        {
            int doubled = (await context.CallActivityAsync("double", context.Input)).To<int>();
            int heard = (await context.WaitForExternalEventAsync("tone")).To<int>();
            return (await context.CallActivityAsync("double", Payload.From(doubled + heard))).To<int>();
        });
        await StartEngineAsync();

        await Task.WhenAll(Enumerable.Range(0, 1000).Select(i => Task.Run(async () =>
        {
            await Client.StartIfAbsentAsync("flow", $"i{i}", Payload.From(i));
            await Client.RaiseEventAsync($"i{i}", "tone", "e1", Payload.From(1));
        })));

        for (int i = 0; i < 1000; i++)
        {
            (await ResultAsync<int>($"i{i}")).Should().Be(((i * 2) + 1) * 2);
        }
    }
}
