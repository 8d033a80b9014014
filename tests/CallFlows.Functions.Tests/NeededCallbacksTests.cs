using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Flows;
using CallFlows.Functions.Tests.Hosting;

namespace CallFlows.Functions.Tests;

/// <summary>On Durable Functions each event costs a replay: what a flow has no use for is not raised.</summary>
public sealed class NeededCallbacksTests
{
    private const string Line = "+14255550150";

    private class Greeting : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome to the greeting line.");
            await call.HangUpAsync(forEveryone: true);
        }
    }

    private sealed class PlainGreeting : Greeting;

    [Flow(Interest = CallEventInterest.PlayStarted)]
    private sealed class ExactGreeting : Greeting;

    [Flow(Interest = CallEventInterest.NoParticipants)]
    private sealed class LonelyGreeting : Greeting;

    [Fact]
    public async Task Callbacks_OfAFlowThatDeclaresNothing_AreRaisedWithoutBeginningsOfPrompts()
    {
        IReadOnlyList<string> raised = await RaisedAsync<PlainGreeting>();

        raised.Should().Contain(["CallConnected", "ParticipantsUpdated", "PlayCompleted", "CallDisconnected"]).And.NotContain("PlayStarted");
    }

    [Fact]
    public async Task Callbacks_OfAFlowThatWantsBeginningsOfPrompts_AreRaisedWithThem() =>
        (await RaisedAsync<ExactGreeting>()).Should().Contain(["PlayStarted", "PlayCompleted", "ParticipantsUpdated"]);

    [Fact]
    public async Task Callbacks_OfAFlowWithoutParticipants_AreRaisedWithoutThem() =>
        (await RaisedAsync<LonelyGreeting>()).Should().Contain("PlayCompleted").And.NotContain(["PlayStarted", "ParticipantsUpdated"]);

    private static async Task<IReadOnlyList<string>> RaisedAsync<TFlow>()
        where TFlow : InboundCallFlow
    {
        await using FunctionsWorld world = await FunctionsWorld.StartAsync(flows => flows.Add<TFlow>(when => when.Called(Line)));
        PhoneRun caller = world.Phone("+14255550121").Run(
            PhoneScript.Create().Calls(Line).Hears("Welcome", HearPoint.End).WaitsForHangUp());

        PhoneScriptResult result = await world.RunUntilAsync(caller.Completion);

        result.End.Should().Be(PhoneScriptEnd.Completed, result.ToString());
        OrchestrationPage page = await world.Orchestrations.QueryAsync(new OrchestrationQuery());
        FlowOutput output = await world.RunUntilAsync(world.Flows.WaitAsync(page.Instances.Single().InstanceId));
        output.Calls.Single().Entries.Select(entry => entry.Text).Should().Contain(text => text.Contains("Welcome to the greeting line."));
        return world.Hub.Client.RaisedEvents;
    }
}
