using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>Code that no longer matches a history fails its instance, names the event, keeps the data, and can be mended.</summary>
public sealed class NonDeterminismTests : EmbeddedEngineTest
{
    private Func<OrchestrationContext, Task<object?>> _code = _ => Task.FromResult<object?>(null);

    private static ActivityOptions At(string source) => new() { Source = source };

    public static TheoryData<string, string> Changes => new()
    {
        { "other activity", "history event 2 is activity 'save' as task 1 at Order.cs:10, but the code made activity 'send' as task 1 at Order.cs:11" },
        { "timer instead", "but the code made a timer as task 1 at Order.cs:12" },
        { "nothing", "history event 2 is activity 'save' as task 1 at Order.cs:10, but the code did nothing of the kind" },
        { "one more", "the code made activity 'more' as task 2 at Order.cs:13 where history event 3 is ActivityCompleted" },
        { "ends early", "the code ended where history event 2 is activity 'save'" },
        { "throws", "the code failed (FormatException: changed) where history event 2 is activity 'save'" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task ChangedCode_FailsAndNamesTheEvent(string change, string message)
    {
        await StartWithSavedOrderAsync();
        _code = async context =>
        {
            switch (change)
            {
                case "other activity":
                    await context.CallActivityAsync("send", Payload.Null, At("Order.cs:11"));
                    break;
                case "timer instead":
                    await context.CreateTimerAsync(context.CurrentUtcDateTime.AddHours(1), source: "Order.cs:12");
                    break;
                case "nothing":
                    await context.WaitForExternalEventAsync("go");
                    break;
                case "one more":
                    await Task.WhenAll(
                        context.CallActivityAsync("save", Payload.Null, At("Order.cs:10")),
                        context.CallActivityAsync("more", Payload.Null, At("Order.cs:13")));
                    break;
                case "throws":
                    throw new FormatException("changed");
            }

            return null;
        };

        await RaiseAsync("go");

        FailureDetails failure = await FailureAsync();
        failure.ErrorType.Should().Be(typeof(NonDeterministicOrchestrationException).FullName);
        failure.Message.Should().Contain(message);
    }

    [Fact]
    public async Task ChangedCode_WithoutSource_NamesTheLineOfTheCall()
    {
        await StartWithSavedOrderAsync();
        _code = async context => (await context.CallActivityAsync("send", Payload.Null)).ToString();

        await RaiseAsync("go");

        (await FailureAsync()).Message.Should().Contain("NonDeterminismTests.cs:");
    }

    [Fact]
    public async Task MendedCode_AfterAResume_GoesOnWithTheEventThatCameMeanwhile()
    {
        await StartWithSavedOrderAsync();
        Func<OrchestrationContext, Task<object?>> right = _code;
        _code = async context => (await context.CallActivityAsync("send", Payload.Null)).ToString();
        await RaiseAsync("go", "precious");
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Failed);

        _code = right;
        (await Client.ResumeAsync("one", "mended")).Should().BeTrue();
        await Engine.SettleAsync();

        OrchestrationState state = await StateAsync();
        state.Failure.Should().BeNull();
        state.Status.Should().Be(OrchestrationStatus.Completed);
        state.Output.To<string>().Should().Be("precious");
    }

    [Fact]
    public async Task UnmendedCode_AfterAResume_FailsAgainAndStaysResumable()
    {
        await StartWithSavedOrderAsync();
        _code = async context => (await context.CallActivityAsync("send", Payload.Null)).ToString();
        await RaiseAsync("go");

        (await Client.ResumeAsync("one")).Should().BeTrue();

        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Failed);
        (await Client.ResumeAsync("one")).Should().BeTrue();
    }

    [Fact]
    public async Task FailedByItsOwnError_CannotBeResumed()
    {
        Orchestrator("flow", _ => throw new FormatException());
        await StartEngineAsync();
        await StartFlowAsync();

        (await Client.ResumeAsync("one")).Should().BeFalse();
    }

    [Fact]
    public async Task StoppedInstance_KeepsTimersAndResultsThatComeMeanwhile()
    {
        Orchestrator("flow", context => _code(context));
        await StartEngineAsync();
        _code = async context =>
        {
            Task timer = context.CreateTimerAsync(context.CurrentUtcDateTime.AddMinutes(10));
            await context.WaitForExternalEventAsync("go");
            await timer;
            return context.CurrentUtcDateTime;
        };
        Func<OrchestrationContext, Task<object?>> right = _code;
        await StartFlowAsync();
        await Engine.DropLiveExecutionsAsync();
        _code = async context => (await context.WaitForExternalEventAsync("go")).ToString();
        await RaiseAsync("go");
        await Engine.AdvanceAsync(TimeSpan.FromHours(1));

        _code = right;
        await Client.ResumeAsync("one");
        await Engine.SettleAsync();

        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Completed);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task StoppedInstance_KeepsEachEventThatComesMeanwhileOnce(bool allAtOnce)
    {
        Orchestrator("flow", context => _code(context));
        await StartEngineAsync();
        _code = async context =>
        {
            string heard = "";
            while (heard.Length < 4)
            {
                heard += (await context.WaitForExternalEventAsync("tone")).To<string>();
            }

            return heard;
        };
        Func<OrchestrationContext, Task<object?>> right = _code;
        await StartFlowAsync();
        await RaiseAsync("tone", "a", "e1");
        await Engine.DropLiveExecutionsAsync();
        _code = async context => (await context.CallActivityAsync("send", Payload.Null)).ToString();

        (string Id, string Tone, RaiseEventResult Result)[] events =
        [
            ("e1", "a", RaiseEventResult.Duplicate),
            ("e2", "b", RaiseEventResult.Accepted),
            ("e3", "c", RaiseEventResult.Accepted),
            ("e2", "b", RaiseEventResult.Duplicate),
            ("e4", "d", RaiseEventResult.Accepted),
        ];
        List<Task<RaiseEventResult>> raised = [];
        foreach ((string id, string tone, _) in events)
        {
            raised.Add(Client.RaiseEventAsync("one", "tone", id, Payload.From(tone)));
            await (allAtOnce ? Task.CompletedTask : raised[^1]);
        }

        (await Task.WhenAll(raised)).Should().Equal(events.Select(one => one.Result));
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Failed);
        _code = right;
        (await Client.ResumeAsync("one", "mended")).Should().BeTrue();
        await Engine.SettleAsync();

        (await StateAsync()).Output.To<string>().Should().Be("abcd");
    }

    [Fact]
    public async Task StoppedInstance_ThatNobodyWillMend_CanBeTerminatedForGood()
    {
        await StartWithSavedOrderAsync();
        _code = async context => (await context.CallActivityAsync("send", Payload.Null)).ToString();
        await RaiseAsync("go");

        (await Client.TerminateAsync("one", Payload.From("given up"))).Should().BeTrue();

        OrchestrationState state = await StateAsync();
        state.Status.Should().Be(OrchestrationStatus.Terminated);
        state.Output.To<string>().Should().Be("given up");
        (await Client.ResumeAsync("one")).Should().BeFalse();
        (await Client.RaiseEventAsync("one", "go", "late", Payload.Null)).Should().Be(RaiseEventResult.Finished);
    }

    [Fact]
    public async Task OrchestratorGone_FailsAndGoesOnWhenItIsBack()
    {
        await StartWithSavedOrderAsync();
        DurableRegistry full = Registry;
        await Engine.Engine.StopAsync();
        Registry = new DurableRegistry();
        await StartEngineAsync();
        await RaiseAsync("go", "precious");
        (await FailureAsync()).Message.Should().Contain("No orchestrator 'flow' of version 1 is registered");

        await Engine.Engine.StopAsync();
        Registry = full;
        await StartEngineAsync();
        await Client.ResumeAsync("one");

        (await StateAsync()).Output.To<string>().Should().Be("precious");
    }

    private async Task StartWithSavedOrderAsync()
    {
        Activity("save", _ => "saved");
        Activity("send", _ => "sent");
        _code = async context =>
        {
            await context.CallActivityAsync("save", Payload.Null, At("Order.cs:10"));
            return (await context.WaitForExternalEventAsync("go")).To<string>();
        };
        Orchestrator("flow", context => _code(context));
        await StartEngineAsync();
        await StartFlowAsync();
        await Engine.DropLiveExecutionsAsync();
    }
}
