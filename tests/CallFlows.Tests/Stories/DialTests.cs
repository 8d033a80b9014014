using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Flows.Running;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class DialTests
{
    private static readonly CommunicationUser Agent = CallEndpoint.User("8:acs:resource_agent");

    private sealed class Dials : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int ringSeconds)
        {
            Dialed dialed = await flow.DialAsync(
                FlowHost.CallerNumber, from: FlowHost.LineNumber, ring: ringSeconds > 0 ? TimeSpan.FromSeconds(ringSeconds) : null);
            if (dialed.Answered)
            {
                await dialed.Call.PlayAsync("Hello.");
            }

            return $"{dialed.Outcome} {dialed.Call?.ConnectionId ?? "-"} {dialed.Result?.Code}/{dialed.Result?.SubCode}";
        }
    }

    private static Task<FlowHost> HostAsync(Execution execution) =>
        FlowHost.StartAsync(execution, flows => flows.Add<Dials, int, string>());

    private static async Task<string> DialAsync(FlowHost host, int ringSeconds = 0) =>
        (await host.RunAsync<Dials, int, string>(ringSeconds)).Result.To<string>()!;

    [Theory, BothWays]
    public async Task Dial_SomebodyAnswers_GivesTheCall(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);

        FlowOutput output = await host.RunAsync<Dials, int, string>(0);

        output.Result.To<string>().Should().Be("Answered connection-1 /");
        output.Calls[0].Should().BeEquivalentTo(new { Direction = CallDirection.Outbound, From = FlowHost.LineNumber, To = FlowHost.CallerNumber });
        host.Service.ActionNames.Should().Equal("CreateCall", "Play", "HangUpCall");
        host.Service.Sent<CreateCall>()[0].Should().BeEquivalentTo(new CreateCall([FlowHost.CallerNumber], FlowHost.LineNumber));
    }

    [Theory, BothWays]
    public async Task Dial_DeclinedFailureFirst_IsDeclined(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.With(new CreateCallFailed { Result = Results.Declined }, new CallDisconnected { Result = Results.Declined }));

        (await DialAsync(host)).Should().Be("Declined - 603/0");
        host.Service.ActionNames.Should().Equal("CreateCall");
    }

    [Theory, BothWays]
    public async Task Dial_DeclinedDisconnectFirst_IsDeclined(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.With(new CallDisconnected { Result = Results.Declined }, new CreateCallFailed { Result = Results.Declined }));

        (await DialAsync(host)).Should().Be("Declined - 603/0");
        host.Service.ActionNames.Should().Equal("CreateCall");
    }

    [Theory, BothWays]
    public async Task Dial_DeclinedAndReportedWithoutContext_IsDeclined(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.WithExactly(new CreateCallFailed { Result = Results.Declined }, new CallDisconnected { Result = Results.Declined }));

        (await DialAsync(host)).Should().Be("Declined - 603/0");
    }

    [Theory, BothWays]
    public async Task Dial_DeclinedBeforeTheServiceAnswered_IsDeclined(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.WithBeforeTheAnswer(
            new CallDisconnected { Result = Results.Declined }, new CreateCallFailed { Result = Results.Declined }));

        (await DialAsync(host)).Should().Be("Declined - 603/0");
    }

    [Theory, BothWays]
    public async Task Dial_ConnectedBeforeTheServiceAnswered_IsAnswered(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.WithBeforeTheAnswer(
            new ParticipantsUpdated { SequenceNumber = 1, Participants = [] }, new CallConnected { Result = Results.Fine }));

        (await DialAsync(host)).Should().Be("Answered connection-1 /");
    }

    [Theory, BothWays]
    public async Task Dial_ConnectedWithContextBeforeTheServiceAnswered_IsAnswered(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.WithBeforeTheAnswer(new CallConnected { OperationContext = "cf-1", Result = Results.Fine }));

        (await DialAsync(host)).Should().Be("Answered connection-1 /");
    }

    [Theory, BothWays]
    public async Task Dial_LineIsBusy_IsBusy(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        ResultInformation busy = new(486, 0, "Busy");
        host.Service.Next<CreateCall>(Behave.With(new CreateCallFailed { Result = busy }, new CallDisconnected { Result = busy }));

        FlowOutput output = await host.RunAsync<Dials, int, string>(0);

        output.Result.To<string>().Should().Be("Busy - 486/0");
        output.Calls[0].End.Should().Be(new CallEnd(CallEndReason.NotEstablished, busy));
    }

    [Theory]
    [InlineData(200, 8538, DialOutcome.Declined)]
    [InlineData(603, 0, DialOutcome.Declined)]
    [InlineData(486, 0, DialOutcome.Busy)]
    [InlineData(600, 0, DialOutcome.Busy)]
    [InlineData(400, 8539, DialOutcome.Busy)]
    [InlineData(400, 8540, DialOutcome.Busy)]
    [InlineData(480, 0, DialOutcome.NoAnswer)]
    [InlineData(408, 0, DialOutcome.NoAnswer)]
    [InlineData(400, 8541, DialOutcome.NoAnswer)]
    [InlineData(400, 8587, DialOutcome.NoAnswer)]
    [InlineData(487, 0, DialOutcome.Cancelled)]
    [InlineData(400, 8542, DialOutcome.Cancelled)]
    [InlineData(404, 0, DialOutcome.Unreachable)]
    [InlineData(484, 0, DialOutcome.Unreachable)]
    [InlineData(604, 0, DialOutcome.Unreachable)]
    [InlineData(400, 8544, DialOutcome.Unreachable)]
    [InlineData(500, 9999, DialOutcome.Failed)]
    public void Failure_ByItsCodes_MeansAnOutcome(int code, int subCode, DialOutcome outcome) =>
        ActionOutcomes.NotReached(new ResultInformation(code, subCode, null)).Should().Be(outcome);

    [Theory, BothWays]
    public async Task Dial_NobodyAnswersInTime_HangsUpAndIsNoAnswer(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.Silently);

        (await DialAsync(host, ringSeconds: 20)).Should().Be("NoAnswer - 200/7000");

        host.Service.Actions[1].Should().Be(new HangUpCall(ForEveryone: true));
        host.Service.Requests.Should().HaveCount(2);
        host.Service.Requests[1].RepeatabilityFirstSent.Should().Be(FlowHost.Start + TimeSpan.FromSeconds(20));
    }

    [Theory, BothWays]
    public async Task Dial_AnsweredWhileTheFlowHangsUp_IsNoAnswer(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.Silently);
        host.Service.Next<HangUpCall>(async action =>
        {
            await action.Call.RaiseAsync(new CallConnected { OperationContext = "cf-1", Result = Results.Fine });
            return action.Usually();
        });

        (await DialAsync(host, ringSeconds: 20)).Should().StartWith("NoAnswer -");

        host.Service.ActionNames.Should().Equal("CreateCall", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Dial_RingTimeOverBeforeTheServiceAnswers_HangsUpThatVeryCall(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.Refuse(503), Behave.Silently);

        (await DialAsync(host, ringSeconds: 1)).Should().StartWith("NoAnswer -");

        host.Service.ActionNames.Should().Equal("CreateCall", "CreateCall", "HangUpCall");
        host.Service.Requests[^1].CallConnectionId.Should().Be("connection-1");
    }

    [Theory, BothWays]
    public async Task Dial_RingTimeOverBeforeTheServiceRefuses_SendsNoHangUp(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.Refuse(503), Behave.Refuse(400));
        await host.BeginAsync<Dials, int, string>(1);

        (await host.FailureAsync()).Message.Should().Be("CreateCall failed: refused (status 400)");

        host.Service.ActionNames.Should().Equal("CreateCall", "CreateCall");
    }

    [Theory, BothWays]
    public async Task Dial_HangUpAfterTheRingTimeIsRefusedAndSomebodyAnswers_IsAnswered(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<HangUpCall>(Behave.Refuse(400));

        (await DialAsync(host, ringSeconds: 5)).Should().Be("Answered connection-1 /");

        host.Service.ActionNames.Should().Equal("CreateCall", "HangUpCall", "Play", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Dial_RefusedByTheService_Throws(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.Refuse(403, 8529, message: "Monthly limit reached."));
        await host.BeginAsync<Dials, int, string>(0);

        FailureDetails failure = await host.FailureAsync();

        failure.ErrorType.Should().Be(typeof(CallActionException).FullName);
        failure.Message.Should().Be("CreateCall failed: Monthly limit reached. (status 403, sub code 8529)");
    }

    [Theory, BothWays]
    public async Task Dial_ConnectedEventIsLost_IsAnsweredWhenTheWatchdogAsks(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.State = CallConnectionState.Connected;
            return Task.FromResult(answer);
        });

        (await DialAsync(host)).Should().Be("Answered connection-1 /");

        host.Service.ActionNames.Should().Equal("CreateCall", "GetCallProperties", "Play", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Dial_NoWordAtAll_HangsUpAndIsUnconfirmed(Execution execution)
    {
        await using FlowHost host = await HostAsync(execution);
        host.Service.Next<CreateCall>(Behave.Silently);

        (await DialAsync(host)).Should().Be("Unconfirmed - /");

        host.Service.ActionNames.Should().Equal("CreateCall", "GetCallProperties", "HangUpCall");
    }

    private sealed class GivesUpDialling : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            using CancellationTokenSource giveUp = new();
            Task<Dialed> dialling = flow.DialAsync(Agent, cancellationToken: giveUp.Token);
            await flow.WaitForSignalAsync<string>("give up");
            giveUp.Cancel();
            try
            {
                return (await dialling).Outcome.ToString();
            }
            catch (OperationCanceledException)
            {
                await flow.DelayAsync(TimeSpan.FromMinutes(10));
                return "gave up";
            }
        }
    }

    [Theory, BothWays]
    public async Task Dial_CancelledWhileItRings_HangsUpAndThrows(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<GivesUpDialling, int, string>());
        host.Service.Next<CreateCall>(Behave.Silently);
        await host.BeginAsync<GivesUpDialling, int, string>(0);
        await host.PassAsync(TimeSpan.FromSeconds(5));
        await host.SignalAsync("give up", "now");

        FlowOutput output = await host.EndAsync();

        output.Result.To<string>().Should().Be("gave up");
        host.Service.Actions.Should().HaveCount(2).And.HaveElementAt(1, new HangUpCall(ForEveryone: true));
        host.Service.Requests[1].RepeatabilityFirstSent.Should().Be(FlowHost.Start + TimeSpan.FromSeconds(5));
    }

    [Theory, BothWays]
    public async Task Dial_CancelledAndConnectedBeforeTheServiceAnswered_IsHungUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<GivesUpDialling, int, string>());
        host.Service.Next<CreateCall>(async action =>
        {
            CallActionResult answer = action.Accept();
            await host.SignalAsync("give up", "now");
            await action.Call.RaiseAsync(new CallConnected { OperationContext = action.Context, Result = Results.Fine });
            return answer;
        });

        FlowOutput output = await host.RunAsync<GivesUpDialling, int, string>(0);

        output.Result.To<string>().Should().Be("gave up");
        host.Service.Actions.Should().HaveCount(2).And.HaveElementAt(1, new HangUpCall(ForEveryone: true));
        output.Calls[0].End!.Reason.Should().Be(CallEndReason.HungUp);
        output.Calls[0].Entries[^1].Time.Should().BeBefore(FlowHost.Start + TimeSpan.FromMinutes(1));
    }

    private sealed class LeavesWhileItRings : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int seconds)
        {
            _ = flow.DialAsync(Agent);
            if (seconds > 0)
            {
                await flow.DelayAsync(TimeSpan.FromSeconds(seconds));
            }

            return "left";
        }
    }

    [Theory, BothWays]
    public async Task Flow_LeavesWhileAPhoneRings_HangsUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<LeavesWhileItRings, int, string>());

        (await host.RunAsync<LeavesWhileItRings, int, string>(2)).Result.To<string>().Should().Be("left");

        host.Service.ActionNames.Should().Equal("CreateCall", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Flow_LeavesBeforeTheServiceAnsweredTheDialling_HangsUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<LeavesWhileItRings, int, string>());

        (await host.RunAsync<LeavesWhileItRings, int, string>(0)).Result.To<string>().Should().Be("left");

        host.Service.ActionNames.Should().Equal("CreateCall", "HangUpCall");
        host.Service.Requests[1].CallConnectionId.Should().Be("connection-1");
    }

    private sealed class DialsBadly : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            string none = await TellAsync(() => flow.DialAsync([]));
            string noNumber = await TellAsync(() => flow.DialAsync(FlowHost.CallerNumber));
            return $"{none} | {noNumber}";
        }

        private static async Task<string> TellAsync(Func<Task> dial)
        {
            try
            {
                await dial();
                return "dialled";
            }
            catch (ArgumentException exception)
            {
                return exception.Message;
            }
        }
    }

    [Theory, BothWays]
    public async Task Dial_NobodyOrAPhoneWithoutANumberToShow_IsRefused(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<DialsBadly, int, string>());

        FlowOutput output = await host.RunAsync<DialsBadly, int, string>(0);

        output.Result.To<string>().Should().Be(
            $"There is nobody to call; give at least one target, and none that is null. (Parameter 'targets') | "
            + $"Calling the phone {FlowHost.CallerNumber} needs a number to show; set 'from'. (Parameter 'from')");
        host.Service.Requests.Should().BeEmpty();
    }

    private sealed class DialsSeveral : CallFlow<int, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, int input)
        {
            Dialed dialed = await flow.DialAsync([Agent, CallEndpoint.User("8:acs:resource_other")], displayName: "Contoso");
            return dialed.Outcome.ToString();
        }
    }

    [Theory, BothWays]
    public async Task Dial_SeveralTargets_CallsThemAllAtOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<DialsSeveral, int, string>());

        (await host.RunAsync<DialsSeveral, int, string>(0)).Result.To<string>().Should().Be("Answered");

        host.Service.Sent<CreateCall>().Should().ContainSingle().Which.Should().BeEquivalentTo(
            new CreateCall([Agent, CallEndpoint.User("8:acs:resource_other")], DisplayName: "Contoso"));
    }
}
