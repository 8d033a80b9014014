using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Conformance;

/// <content>Versions of an orchestrator, side by side.</content>
public abstract partial class OrchestrationEngineConformance
{
    [Fact]
    public async Task Start_WithoutAVersion_TakesTheHighest()
    {
        TellVersion("flow", 10);
        TellVersion("flow", 2);
        await StartFlowAsync();

        await RaiseAsync("tone");

        (await ResultAsync<int>()).Should().Be(10);
        (await StateAsync()).Version.Should().Be(10);
    }

    [Fact]
    public async Task Start_WithAVersion_TakesThatOne()
    {
        TellVersion("flow", 1);
        TellVersion("flow", 2);
        await StartEngineAsync();
        await Client.StartIfAbsentAsync("flow", "one", Payload.Null, new StartOptions { Version = 1 });

        await RaiseAsync("tone");

        (await ResultAsync<int>()).Should().Be(1);
        (await StateAsync()).Version.Should().Be(1);
    }

    [Fact]
    public async Task Start_WithAnUnknownVersion_IsRefusedWithNameAndVersion()
    {
        TellVersion("flow", 1);
        await StartEngineAsync();

        Func<Task> start = () => Client.StartIfAbsentAsync("flow", "one", Payload.Null, new StartOptions { Version = 7 });

        (await start.Should().ThrowAsync<ArgumentException>()).WithMessage("*flow*7*");
        (await Client.GetAsync("one")).Should().BeNull();
    }

    [Fact]
    public async Task Instance_WhenAHigherVersionIsRegistered_StaysOnItsOwn()
    {
        TellVersion("flow", 1);
        await StartFlowAsync(id: "old");

        await RestartEngineAsync(() =>
        {
            TellVersion("flow", 1);
            TellVersion("flow", 2);
        });
        await StartFlowAsync(id: "new");
        await Engine.DropLiveExecutionsAsync();
        await RaiseAsync("tone", id: "old");
        await RaiseAsync("tone", id: "new");

        (await ResultAsync<int>("old")).Should().Be(1);
        (await ResultAsync<int>("new")).Should().Be(2);
    }

    [Fact]
    public virtual async Task Instance_WhoseVersionIsGone_IsStoppedAndGoesOnOnceItIsBack()
    {
        TellVersion("flow", 1);
        await StartFlowAsync();

        await RestartEngineAsync(() => TellVersion("flow", 2));
        await RaiseAsync("tone");

        FailureDetails failure = await FailureAsync();
        failure.Message.Should().Contain("'flow'").And.Contain("version 1").And.Contain("resume");

        await RestartEngineAsync(() =>
        {
            TellVersion("flow", 1);
            TellVersion("flow", 2);
        });
        (await Client.ResumeAsync("one")).Should().BeTrue();
        await Engine.SettleAsync();

        (await ResultAsync<int>()).Should().Be(1, "the event that met no code was kept");
    }

    [Fact]
    public async Task ContinueAsNew_WhenAHigherVersionIsRegistered_StaysOnItsOwn()
    {
        GoOnAsNewAndTellVersion(1);
        await StartFlowAsync();

        await RestartEngineAsync(() =>
        {
            GoOnAsNewAndTellVersion(1);
            GoOnAsNewAndTellVersion(2);
        });
        await RaiseAsync("tone");

        (await ResultAsync<int>()).Should().Be(1);
    }

    [Fact]
    public async Task SubOrchestration_TakesTheHighestVersionThereIsWhenItIsScheduled()
    {
        RunTwoChildren();
        TellVersion("child", 1);
        await StartFlowAsync();

        await RestartEngineAsync(() =>
        {
            RunTwoChildren();
            TellVersion("child", 1);
            TellVersion("child", 2);
        });
        await RaiseAsync("tone", id: "first");
        await RaiseAsync("tone", id: "second");

        (await ResultAsync<int[]>()).Should().Equal(1, 2);
    }

    private void TellVersion(string name, int version) => Orchestrator(
        name,
        async context =>
        {
            await context.WaitForExternalEventAsync("tone");
            return version;
        },
        version);

    private void GoOnAsNewAndTellVersion(int version) => Orchestrator(
        "flow",
        async context =>
        {
            if (context.Input.IsNull)
            {
                await context.WaitForExternalEventAsync("tone");
                context.ContinueAsNew(Payload.From("second"));
            }

            return version;
        },
        version);

    private void RunTwoChildren() => Orchestrator("flow", async context =>
    {
        List<int> versions = [];
        foreach (string id in new[] { "first", "second" })
        {
            Payload told = await context.CallSubOrchestrationAsync("child", Payload.Null, new SubOrchestrationOptions { InstanceId = id });
            versions.Add(told.To<int>());
        }

        return versions;
    });
}
