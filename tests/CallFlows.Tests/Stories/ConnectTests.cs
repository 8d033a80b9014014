using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class ConnectTests
{
    private static readonly CallLocator Room = CallLocator.Room("99445566");

    private sealed class Joins : CallFlow<CallLocator, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, CallLocator locator)
        {
            try
            {
                Call call = await flow.ConnectAsync(locator);
                await call.PlayAsync("This call will end in a minute.");
                return $"{call.Direction} {call.ConnectionId} {call.From?.RawId ?? "-"} {call.To?.RawId ?? "-"} {call.ServerCallId}";
            }
            catch (CallActionException exception)
            {
                return $"{exception.Action} {exception.Status}/{exception.SubCode}";
            }
        }
    }

    private sealed class JoinsAndAsks : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            Call call = await flow.ConnectAsync(Room);
            try
            {
                await call.SendDtmfTonesAsync("1");
                return "sent";
            }
            catch (ArgumentException exception)
            {
                return exception.Message;
            }
        }
    }

    private sealed class GivesUp : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            using CancellationTokenSource enough = new();
            Task<Call> joining = flow.ConnectAsync(Room, cancellationToken: enough.Token);
            await flow.DelayAsync(TimeSpan.FromSeconds(2));
            enough.Cancel();
            try
            {
                await joining;
                return "joined";
            }
            catch (OperationCanceledException)
            {
                return "gave up";
            }
        }
    }

    private static Task<FlowHost> HostAsync(Execution execution) => FlowHost.StartAsync(
        execution, flows => flows.Add<Joins, CallLocator, string>().Add<JoinsAndAsks, int, string>().Add<GivesUp, int, string>());

    private static async Task<string> JoinAsync(FlowHost host, CallLocator locator) =>
        (await host.RunAsync<Joins, CallLocator, string>(locator)).Result.To<string>()!;

    [Theory, BothWays]
    public async Task Connect_ToARoom_TakesPartAndLeaves(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);

        FlowOutput output = await host.RunAsync<Joins, CallLocator, string>(Room);

        output.Result.To<string>().Should().Be("Joined connection-1 - - server-connection-1");
        host.Service.Actions[0].Should().Be(new ConnectCall(Room));
        host.Service.ActionNames.Should().Equal("ConnectCall", "Play", "HangUpCall");
        host.Service.Sent<HangUpCall>()[0].ForEveryone.Should().BeFalse();
        output.Calls[0].Entries.Select(entry => entry.Text).Should().Equal(
            "joins room 99445566", "connected", "This call will end in a minute.", "hangs up");
    }

    [Theory, BothWays]
    public async Task Connect_FailedLater_Throws(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<ConnectCall>(Behave.With(new ConnectFailed { Result = new ResultInformation(404, 8522, "Call not found.") }));

        (await JoinAsync(host, Room)).Should().Be("ConnectCall 404/8522");
        host.Service.ActionNames.Should().Equal("ConnectCall");
    }

    [Theory, BothWays]
    public async Task Connect_RefusedAsNotFound_ThrowsWhatTheServiceSaid(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<ConnectCall>(Behave.Refuse(404, 8522, "8522"));

        (await JoinAsync(host, CallLocator.ServerCall("server-call-of-another-flow"))).Should().Be("ConnectCall 404/8522");
    }

    [Theory, BothWays]
    public async Task Connect_ReportedBeforeTheAnswer_IsJoined(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<ConnectCall>(Behave.WithBeforeTheAnswer(new CallConnected { Result = Results.Fine }));

        (await JoinAsync(host, CallLocator.GroupCall(Guid.Empty))).Should().StartWith("Joined connection-1");
    }

    [Theory, BothWays]
    public async Task Connect_CallbackLost_IsFoundOutByAsking(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<ConnectCall>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.State = CallConnectionState.Connected;
            return Task.FromResult(answer);
        });

        (await JoinAsync(host, Room)).Should().StartWith("Joined connection-1");
        host.Service.ActionNames.Should().Equal("ConnectCall", "GetCallProperties", "Play", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Connect_NeverReported_LeavesAndThrows(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<ConnectCall>(Behave.Silently);

        (await JoinAsync(host, Room)).Should().Be("ConnectCall 0/");
        host.Service.ActionNames.Should().Equal("ConnectCall", "GetCallProperties", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Connect_GivenUp_LeavesBeforeItIsJoined(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<ConnectCall>(Behave.Silently);

        (await host.RunAsync<GivesUp, int, string>(0)).Result.To<string>().Should().Be("gave up");
        host.Service.ActionNames.Should().Equal("ConnectCall", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task SendTones_InAJoinedCall_NeedsToBeToldToWhom(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);

        (await host.RunAsync<JoinsAndAsks, int, string>(0)).Result.To<string>().Should().Contain("set 'to'");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Locator_OfNothing_IsRefused(string id) =>
        FluentActions.Invoking(() => CallLocator.Room(id)).Should().Throw<ArgumentException>();

    [Fact]
    public void Locator_OfAServerCall_ShowsOnlyItsEnd() =>
        CallLocator.ServerCall("aHR0cHM6Ly9hcGkuZmxpZ2h0cHJveHk").ToString().Should().Be("call …0cHJveHk");
}
