using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class TransferTests
{
    private static readonly CommunicationUser Agent = CallEndpoint.User("8:acs:resource_agent");

    private sealed class HandsOver : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            TransferResult result = await call.TransferAsync(Agent);
            await call.Flow.NoteAsync(result.Accepted ? "accepted" : result.Declined ? "declined" : result.Busy ? "busy" : result.Outcome.ToString());
            await call.PlayAsync("Nobody is free.");
        }
    }

    private sealed class HandsOverAndLeaves : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.TransferAsync(Agent);
            await call.Flow.NoteAsync("post-transfer work");
        }
    }

    private static readonly CallDisconnected Disconnect = new() { Result = Results.Fine };
    private static readonly CallTransferAccepted Accept = new() { TransferTarget = Agent, Result = Results.Fine };

    [Theory, BothWays]
    public async Task Transfer_AcceptedThenDisconnected_EndsTheCallAsTransferred(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.With(Accept, Disconnect)).Next<Play>(Behave.Silently);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("accepted");
        output.Outcome.Should().Be("transferred");
        host.Service.ActionNames.Should().Equal("AnswerCall", "TransferCall", "Play");
    }

    [Theory, BothWays]
    public async Task Transfer_DisconnectedThenAccepted_EndsTheCallAsTransferred(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.With(Disconnect, Accept));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("accepted");
        output.Outcome.Should().Be("transferred");
        output.Calls[0].End!.Reason.Should().Be(CallEndReason.Transferred);
    }

    [Theory, BothWays]
    public async Task Transfer_AcceptedWithoutContext_EndsTheCallAsTransferred(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.WithExactly(Accept, Disconnect)).Next<Play>(Behave.Silently);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("accepted");
        output.Outcome.Should().Be("transferred");
    }

    [Theory, BothWays]
    public async Task Transfer_Accepted_LetsTheFlowWorkOnAndSendsNoHangUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOverAndLeaves>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("post-transfer work");
        output.Outcome.Should().Be("completed");
        output.Calls[0].End!.Reason.Should().Be(CallEndReason.Transferred);
        host.Service.ActionNames.Should().Equal("AnswerCall", "TransferCall");
    }

    [Theory, BothWays]
    public async Task Transfer_AcceptedAndTheDisconnectIsLost_IsStillATransfer(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOverAndLeaves>(execution);
        host.Service.Next<TransferCall>(Behave.With(Accept)).Always<HangUpCall>(Behave.Refuse(404, code: "8522"));

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("completed");
        output.Calls[0].End!.Reason.Should().Be(CallEndReason.Transferred);
    }

    [Theory, BothWays]
    public async Task Transfer_AcceptedAndALaterActionFindsNoCall_IsStillATransfer(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.With(Accept)).Always<Play>(Behave.Refuse(404, code: "8522"));

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("transferred");
    }

    [Theory, BothWays]
    public async Task Transfer_Declined_LeavesTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.With(new CallTransferFailed { Result = Results.Declined }));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("declined");
        output.Outcome.Should().Be("completed");
        host.Service.ActionNames.Should().Equal("AnswerCall", "TransferCall", "Play", "HangUpCall");
        output.Calls[0].Entries.Select(e => e.Text).Should().ContainInOrder($"transfers the call to {Agent}", $"{Agent}: declined");
    }

    [Theory, BothWays]
    public async Task Transfer_TargetIsBusy_LeavesTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.With(new CallTransferFailed { Result = new ResultInformation(486, 0, "Busy") }));

        await host.RunAsync();

        host.Notes.Should().Equal("busy");
    }

    [Theory, BothWays]
    public async Task Transfer_FailedThenTheCallerHangsUp_IsAHangUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.With(new CallTransferFailed { Result = Results.Declined })).Next<Play>(Behave.ThenTheyHangUp);

        (await host.RunAsync()).Outcome.Should().Be("caller hung up");
    }

    [Theory, BothWays]
    public async Task Transfer_NoWordFromTheService_IsUnconfirmed(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOver>(execution);
        host.Service.Next<TransferCall>(Behave.Silently);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Unconfirmed");
        output.Outcome.Should().Be("completed");
    }

    private sealed class HandsOverOneOfThree : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            TransferResult result = await call.TransferAsync(Agent, transferee: call.From, callerId: FlowHost.LineNumber);
            await call.Flow.NoteAsync(result.Accepted ? "accepted" : "not accepted");
            await call.PlayAsync("We go on.");
        }
    }

    [Theory, BothWays]
    public async Task Transfer_OfOneOfSeveral_LeavesTheCallToTheFlow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HandsOverOneOfThree>(execution);
        host.Service.Next<Play>(Behave.ThenTheyHangUp);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("accepted");
        output.Outcome.Should().Be("caller hung up");
        host.Service.Sent<TransferCall>().Should().Equal(new TransferCall(Agent, FlowHost.CallerNumber, FlowHost.LineNumber));
    }

    private sealed class StopsWaiting : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            using CancellationTokenSource stop = new();
            Task<TransferResult> transfer = call.TransferAsync(Agent, cancellationToken: stop.Token);
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(1));
            stop.Cancel();
            try
            {
                await transfer;
            }
            catch (OperationCanceledException)
            {
                await call.Flow.NoteAsync("stopped waiting");
            }

            await call.Ended;
            await call.Flow.NoteAsync(call.End!.Reason.ToString());
        }
    }

    [Theory, BothWays]
    public async Task Transfer_AcceptedAfterTheFlowStoppedWaiting_EndsTheCallAsTransferred(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsWaiting>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("stopped waiting", "Transferred");
    }

    [Theory, BothWays]
    public async Task Transfer_DisconnectedThenAcceptedAfterTheFlowStoppedWaiting_EndsTheCallAsTransferred(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsWaiting>(execution);
        host.Service.Next<TransferCall>(action =>
        {
            action.Call.Emit(TimeSpan.FromSeconds(3), Disconnect);
            action.Call.Emit(TimeSpan.FromSeconds(4), Accept with { OperationContext = action.Context });
            return Behave.Silently(action);
        });

        await host.RunAsync();

        host.Notes.Should().Equal("stopped waiting", "Transferred");
    }

    [Theory, BothWays]
    public async Task Transfer_TheCallerHangsUpAfterTheFlowStoppedWaiting_IsAHangUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsWaiting>(execution);
        host.Service.Next<TransferCall>(action =>
        {
            action.Call.TheyHangUp(TimeSpan.FromSeconds(3));
            return Behave.Silently(action);
        });

        await host.RunAsync();

        host.Notes.Should().Equal("stopped waiting", "RemoteHungUp");
    }
}
