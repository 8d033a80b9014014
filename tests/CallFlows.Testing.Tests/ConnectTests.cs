using CallFlows.Calls;
using CallFlows.Emulator.Phones;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Testing.Hosting;

namespace CallFlows.Testing.Tests;

/// <summary>Flows join calls that go on, over the whole path.</summary>
public sealed class ConnectTests
{
    private const string Caller = "+14255550121";
    private const string Visitor = "8:acs:resource_visitor";
    private const string Room = "99445566";
    private static readonly PhoneNumber Line = CallEndpoint.Phone("+18005550100");

    private sealed class TwoConnections : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Call second = await incoming.Flow.ConnectAsync(CallLocator.ServerCall(call.ServerCallId!));
            await second.PlayAsync("The office closes soon.");
            await second.HangUpAsync();
            await call.PlayAsync("Goodbye.");
        }
    }

    private sealed class Announcer : CallFlow<string, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, string roomId)
        {
            Call room = await flow.ConnectAsync(CallLocator.Room(roomId));
            int people = (await room.GetParticipantsAsync()).Count;
            await room.PlayAsync("This room closes in five minutes.");
            CallEnd end = await room.Ended;
            return $"{people}, {end.Reason}";
        }
    }

    private static Task<CallFlowTestHost> HostAsync(bool replay) => CallFlowTestHost.StartAsync(
        flows => flows.Add<TwoConnections>(when => when.Called(Line.Number)).Add<Announcer, string, string>(),
        options => options.ReplayAfterEveryEvent = replay);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Flow_JoinsItsOwnCallAgain_IsHeardOnBothConnections(bool replay)
    {
        await using CallFlowTestHost host = await HostAsync(replay);

        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create()
            .Calls(Line.Number).Hears("closes soon", HearPoint.End).Hears("Goodbye", HearPoint.End).WaitsForHangUp());

        (await host.RunUntilAsync(caller.Completion)).IsCompleted.Should().BeTrue();
        host.Emulator.Actions.Entries.Select(entry => entry.Action).Should().Equal("AnswerCall", "ConnectCall", "Play", "HangUp", "Play", "HangUp");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Flow_InARoom_IsThereUntilTheLastHasLeft(bool replay)
    {
        await using CallFlowTestHost host = await HostAsync(replay);
        await host.Phone(Visitor).JoinRoomAsync(Room);
        PhoneRun visitor = host.Phone(Visitor).Run(PhoneScript.Create().Hears("five minutes", HearPoint.End).HangsUp());

        string announcer = await host.Flows.StartAsync<Announcer, string, string>(Room);

        (await host.RunUntilAsync(visitor.Completion)).IsCompleted.Should().BeTrue();
        FlowOutput output = await host.RunUntilAsync(host.Flows.WaitAsync(announcer));
        output.Result.To<string>().Should().Be("1, RemoteHungUp");
    }
}
