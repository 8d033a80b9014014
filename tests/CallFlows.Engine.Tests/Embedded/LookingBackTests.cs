using CallFlows.Durable;

namespace CallFlows.Engine.Tests.Embedded;

/// <summary>Other code may be run over a history to gather what it means; nothing changes by it.</summary>
public sealed class LookingBackTests : EmbeddedEngineTest
{
    private readonly List<string> _seen = [];
    private int _works;

    private async Task<object?> TellAsync(OrchestrationContext context)
    {
        _seen.Add("started");
        _seen.Add((await context.CallActivityAsync("work", Payload.Null)).To<string>()!);
        _seen.Add((await context.WaitForExternalEventAsync("go")).To<string>()!);
        context.SetCustomStatus(Payload.From("seen"));
        await context.CallActivityAsync("more", Payload.Null);
        return null;
    }

    private async Task StartAsync()
    {
        Orchestrator("flow", async context =>
        {
            await context.CallActivityAsync("work", Payload.Null);
            await context.WaitForExternalEventAsync("go");
            await context.CallActivityAsync("more", Payload.Null);
            return null;
        });
        Activity("work", _ =>
        {
            _works++;
            return "worked";
        });
        Activity("more", _ => throw new FormatException());
        await StartEngineAsync();
        await StartFlowAsync();
    }

    private Task<bool> LookBackAsync(string id = "one") =>
        Engine.Engine.ReplayAsync(id, _ => async context => Payload.FromObject(await TellAsync(context)));

    [Fact]
    public async Task WaitingInstance_TellsWhatHappened_AndGoesOn()
    {
        await StartAsync();
        string history = await HistoryAsync();

        (await LookBackAsync()).Should().BeTrue();
        await Engine.SettleAsync();

        _seen.Should().Equal("started", "worked");
        _works.Should().Be(1);
        (await HistoryAsync()).Should().Be(history);
        (await StateAsync()).CustomStatus.IsNull.Should().BeTrue();
        await RaiseAsync("go", "now");
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Failed, "its own code went on");
    }

    [Fact]
    public async Task FailedInstance_TellsWhatHappened()
    {
        await StartAsync();
        await RaiseAsync("go", "now");

        (await LookBackAsync()).Should().BeTrue();

        _seen.Should().Equal("started", "worked", "now");
    }

    [Fact]
    public async Task TerminatedInstance_TellsWhatHappened()
    {
        await StartAsync();
        await Client.TerminateAsync("one");

        (await LookBackAsync()).Should().BeTrue();

        _seen.Should().Equal("started", "worked");
    }

    [Fact]
    public async Task CodeThatDepartsFromTheHistory_IsHeardUpToThere_AndStopsNothing()
    {
        await StartAsync();

        bool isReplayed = await Engine.Engine.ReplayAsync("one", _ => async context =>
        {
            _seen.Add("started");
            await context.CallActivityAsync("something else", Payload.Null);
            _seen.Add("not reached");
            return Payload.Null;
        });

        isReplayed.Should().BeTrue();
        _seen.Should().Equal("started");
        (await StateAsync()).Status.Should().Be(OrchestrationStatus.Running);
    }

    [Fact]
    public async Task InstanceThatIsNotThere_OrWhoseCodeIsNot_RunsNothing()
    {
        await StartAsync();
        Registry = new DurableRegistry();
        await StartEngineAsync();

        (await LookBackAsync()).Should().BeFalse("its code is gone");
        (await LookBackAsync("two")).Should().BeFalse("there is none");
        _seen.Should().BeEmpty();
    }

    [Fact]
    public async Task CodeThatCantBeReplayed_IsNotRun()
    {
        Orchestrator("flow", TellAsync, typeof(Clockwatcher));
        await StartEngineAsync();
        await StartFlowAsync();

        (await LookBackAsync()).Should().BeFalse();
        _seen.Should().BeEmpty();
    }

    private static class Clockwatcher
    {
        public static DateTime Look() => DateTime.Now;
    }
}
