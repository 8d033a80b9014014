using CallFlows.Durable;
using CallFlows.Engine.Tests.Embedded;
using CallFlows.Engine.Tests.Sqlite;

namespace CallFlows.Engine.Tests.Retention;

/// <summary>Instances that ended long ago are deleted, and nothing else is.</summary>
public sealed class RetentionTests : EmbeddedEngineTest
{
    private static readonly EngineOptions OneDay = new() { Retention = new RetentionPolicy { DefaultAge = TimeSpan.FromDays(1) } };

    [Fact]
    public async Task EndedInstance_IsDeletedWhenItsTimeIsUp_NotBefore()
    {
        EndAtOnce();
        await StartEngineAsync(OneDay);
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromDays(1) - TimeSpan.FromTicks(1));
        (await Client.GetAsync("one")).Should().NotBeNull();
        await Engine.AdvanceAsync(TimeSpan.FromTicks(1));

        (await Client.GetAsync("one")).Should().BeNull();
        (await Engine.Engine.GetHistoryAsync("one")).Should().BeNull();
    }

    [Fact]
    public async Task Instances_OnAFile_AreDeletedToo()
    {
        using StoreFile file = new();
        Store = file.Store();
        EndAtOnce();
        await StartEngineAsync(OneDay);
        await StartFlowAsync(id: "first");
        await Engine.AdvanceAsync(TimeSpan.FromHours(10));
        await StartFlowAsync(id: "second");

        await Engine.AdvanceAsync(TimeSpan.FromHours(14));

        (await IdsAsync()).Should().Equal("second");
        await Engine.DisposeAsync();
    }

    [Fact]
    public async Task Instances_InWhateverWayTheyEnded_AreDeleted_AndOthersAreNot()
    {
        Orchestrator("flow", async context =>
        {
            string how = context.Input.To<string>()!;
            if (how == "stop")
            {
                await Task.Yield();
                await new TaskCompletionSource().Task;
            }

            return how switch
            {
                "wait" => (await context.WaitForExternalEventAsync("never")).ToString(),
                "fail" => throw new InvalidOperationException("no"),
                _ => null,
            };
        });
        await StartEngineAsync(OneDay);
        await StartFlowAsync("end", "completed");
        await StartFlowAsync("fail", "failed");
        await StartFlowAsync("wait", "terminated");
        await StartFlowAsync("wait", "held");
        await StartFlowAsync("wait", "waiting");
        await StartFlowAsync("stop", "stopped");
        await Client.TerminateAsync("terminated");
        await Client.SuspendAsync("held");
        (await StateAsync("stopped")).Status.Should().Be(OrchestrationStatus.Failed);

        await Engine.AdvanceAsync(TimeSpan.FromDays(3));

        (await IdsAsync()).Should().BeEquivalentTo("held", "waiting", "stopped");
        (await Client.ResumeAsync("stopped")).Should().BeTrue("its data was kept");
    }

    [Fact]
    public async Task Orchestrators_WithAgesOfTheirOwn_AreKeptThatLong()
    {
        EndAtOnce();
        EndAtOnce("short");
        EndAtOnce("kept");
        await StartEngineAsync(new EngineOptions
        {
            Retention = new RetentionPolicy
            {
                DefaultAge = TimeSpan.FromDays(2),
                Ages = new Dictionary<string, TimeSpan?> { ["short"] = TimeSpan.FromDays(1), ["kept"] = null },
            },
        });
        foreach (string name in new[] { "flow", "short", "kept" })
        {
            await Client.StartIfAbsentAsync(name, name, Payload.Null);
        }

        await Engine.AdvanceAsync(TimeSpan.FromDays(1));
        (await IdsAsync()).Should().BeEquivalentTo("flow", "kept");
        await Engine.AdvanceAsync(TimeSpan.FromDays(1));
        (await IdsAsync()).Should().Equal("kept");
        await Engine.AdvanceAsync(TimeSpan.FromDays(4000));

        (await IdsAsync()).Should().Equal("kept");
    }

    [Fact]
    public async Task Clock_IsSetForTheNextInstanceOnly()
    {
        EndAtOnce();
        await StartEngineAsync(OneDay);
        await Engine.AdvanceAsync(TimeSpan.Zero);
        Clock.NextDue.Should().BeNull("nothing has ended");
        DateTimeOffset firstEnd = Clock.GetUtcNow();
        await StartFlowAsync(id: "first");
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));
        await StartFlowAsync(id: "second");

        Clock.NextDue.Should().Be(firstEnd.AddDays(1));
        await Engine.AdvanceAsync(TimeSpan.FromHours(23));
        Clock.NextDue.Should().Be(firstEnd.AddDays(1).AddHours(1));
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));

        Clock.NextDue.Should().BeNull("nothing is left");
    }

    [Fact]
    public async Task Default_KeepsEverythingAndSetsNoClock()
    {
        EndAtOnce();
        await StartEngineAsync();

        await StartFlowAsync();

        Clock.NextDue.Should().BeNull();
    }

    [Fact]
    public async Task ManyInstances_AreDeletedInBatches()
    {
        FailingStore store = new();
        Store = store;
        EndAtOnce();
        await StartSweptEngineAsync();
        for (int i = 0; i < 250; i++)
        {
            await StartFlowAsync(id: $"i{i}");
        }

        await Engine.AdvanceAsync(TimeSpan.FromDays(1));

        (await IdsAsync()).Should().BeEmpty();
        store.EndedReads.Should().Equal(100, 100, 50, 0);
    }

    [Fact]
    public async Task Instances_ThatEndOneAfterTheOther_AreSweptTogether()
    {
        FailingStore store = new();
        Store = store;
        EndAtOnce();
        await StartEngineAsync(OneDay);
        for (int i = 0; i < 60; i++)
        {
            await StartFlowAsync(id: $"i{i}");
            await Engine.AdvanceAsync(TimeSpan.FromSeconds(1));
        }

        int before = store.EndedReads.Count;
        await Engine.AdvanceAsync(TimeSpan.FromDays(2));

        (await IdsAsync()).Should().BeEmpty();
        (store.EndedReads.Count - before).Should().BeLessThan(30, "a sweep a second would be 120");
    }

    [Fact]
    public async Task StoreFails_IsTriedAgainLater()
    {
        FailingStore store = new();
        Store = store;
        EndAtOnce();
        await StartSweptEngineAsync();
        await StartFlowAsync(id: "first");
        await StartFlowAsync(id: "second");
        store.FailReadEnded = 1;
        await Engine.AdvanceAsync(TimeSpan.FromDays(1));
        (await IdsAsync()).Should().HaveCount(2);
        store.FailBefore = 1;
        await Engine.AdvanceAsync(TimeSpan.FromMinutes(1));
        (await IdsAsync()).Should().ContainSingle("one commit failed");

        await Engine.AdvanceAsync(TimeSpan.FromMinutes(1));

        (await IdsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task NextEngine_DeletesWhatExpiredMeanwhile_AndGoesOnWithTheRest()
    {
        EndAtOnce();
        await StartEngineAsync(OneDay);
        await StartFlowAsync(id: "first");
        await Engine.AdvanceAsync(TimeSpan.FromHours(20));
        await StartFlowAsync(id: "second");
        await Engine.Engine.StopAsync();
        Clock.NextDue.Should().BeNull();

        Clock.MoveTo(Clock.GetUtcNow().AddHours(10));
        await StartEngineAsync(OneDay);
        await Engine.AdvanceAsync(TimeSpan.Zero);
        (await IdsAsync()).Should().Equal("second");
        await Engine.AdvanceAsync(TimeSpan.FromHours(14));

        (await IdsAsync()).Should().BeEmpty();
    }

    [Fact]
    public async Task Id_UsedAgain_IsKeptForItsOwnTime()
    {
        EndAtOnce();
        await StartEngineAsync(OneDay);
        await StartFlowAsync();
        await Engine.AdvanceAsync(TimeSpan.FromHours(20));
        await Client.PurgeAsync("one");
        await StartFlowAsync();

        await Engine.AdvanceAsync(TimeSpan.FromHours(10));
        (await IdsAsync()).Should().Equal("one");
        await Engine.AdvanceAsync(TimeSpan.FromHours(14));

        (await IdsAsync()).Should().BeEmpty();
    }

    private void EndAtOnce(string name = "flow") => Orchestrator(name, _ => Task.FromResult<object?>(null));

    /// <summary>Starts an engine that has looked once what there is.</summary>
    private async Task StartSweptEngineAsync()
    {
        await StartEngineAsync(OneDay);
        await Engine.AdvanceAsync(TimeSpan.Zero);
    }

    private async Task<IEnumerable<string>> IdsAsync() =>
        (await Client.QueryAsync(new OrchestrationQuery { PageSize = 1000 })).Instances.Select(state => state.InstanceId);
}
