using CallFlows.AspNetCore.Settings;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Functions.Tests.Hosting;
using CallFlows.Samples;
using CallFlows.Samples.Clinic;
using Microsoft.Extensions.DependencyInjection;

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

        raised.Should().Contain(["CallConnected", "ParticipantsUpdated", "PlayCompleted"]).And.NotContain("PlayStarted");
    }

    [Fact]
    public async Task Callbacks_OfAFlowThatWantsBeginningsOfPrompts_AreRaisedWithThem() =>
        (await RaisedAsync<ExactGreeting>()).Should().Contain(["PlayStarted", "PlayCompleted", "ParticipantsUpdated"]);

    [Fact]
    public async Task Callbacks_OfAFlowWithoutParticipants_AreRaisedWithoutThem() =>
        (await RaisedAsync<LonelyGreeting>()).Should().Contain("PlayCompleted").And.NotContain(["PlayStarted", "ParticipantsUpdated"]);

    /// <summary>The call of docs/azure.md#scaling: silence, the question again, an answer, a word of thanks.</summary>
    [Fact]
    public async Task Callbacks_OfTheSamplesAppointmentCall_AreThreeFewer()
    {
        IReadOnlyList<string> all = await AppointmentCallAsync(onlyNeeded: false);
        IReadOnlyList<string> needed = await AppointmentCallAsync(onlyNeeded: true);

        all.Except(needed).Should().Equal("PlayStarted");
        all.Count(callback => callback == "PlayStarted").Should().Be(3);
        needed.Should().BeEquivalentTo("ParticipantsUpdated", "CallConnected", "RecognizeFailed", "RecognizeCompleted", "PlayCompleted");
    }

    private static async Task<IReadOnlyList<string>> AppointmentCallAsync(bool onlyNeeded)
    {
        PhoneNumber patientNumber = CallEndpoint.Phone("+14255550121");
        await using FunctionsWorld world = await FunctionsWorld.StartAsync(flows => flows.AddSamples(), services =>
        {
            services.AddSingleton<IClinic>(new InMemoryClinic(new Appointment("A-1", patientNumber, "Monday")));
            services.Configure<CallFlowsServerOptions>(server => server.OnlyNeededCallbacks = onlyNeeded);
        });
        PhoneRun patient = world.Phone(patientNumber.Number).Run(PhoneScript.Create()
            .Calls(SampleNumbers.Clinic.Number)
            .Hears("You have an appointment").Hears("I did not hear you", HearPoint.End).Says("yes")
            .Hears("see you then", HearPoint.End).WaitsForHangUp());
        PhoneScriptResult result = await world.RunUntilAsync(patient.Completion);
        result.End.Should().Be(PhoneScriptEnd.Completed, result.ToString());
        OrchestrationPage page = await world.Orchestrations.QueryAsync(new OrchestrationQuery());
        await world.RunUntilAsync(world.Flows.WaitAsync(page.Instances.Single().InstanceId));
        return BeforeTheEnd(world);
    }

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
        return BeforeTheEnd(world);
    }

    /// <summary>The last callback is not counted: it may find the flow at its end already.</summary>
    private static IReadOnlyList<string> BeforeTheEnd(FunctionsWorld world) =>
        [.. world.Hub.Client.RaisedEvents.Where(callback => callback != "CallDisconnected")];
}
