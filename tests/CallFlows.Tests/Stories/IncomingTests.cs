using CallFlows.Actions;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class IncomingTests
{
    private sealed class Rejects : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => incoming.RejectAsync(RejectReason.Busy);
    }

    [Theory, BothWays]
    public async Task Reject_WithAReason_SendsItAndCompletes(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Rejects>(execution);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("completed");
        host.Service.Actions.Should().Equal(new RejectCall("incoming-call-context", RejectReason.Busy));
        output.Calls[0].Entries[^1].Text.Should().Be("rejects the call (Busy)");
    }

    private sealed class Redirects : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => incoming.RedirectAsync(CallEndpoint.User("8:acs:resource_agent"));
    }

    [Theory, BothWays]
    public async Task Redirect_ToAUser_SendsItAndCompletes(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Redirects>(execution);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("completed");
        host.Service.Actions.Should().Equal(new RedirectCall("incoming-call-context", CallEndpoint.User("8:acs:resource_agent")));
    }

    private sealed class LetsItRing : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => Task.CompletedTask;
    }

    [Theory, BothWays]
    public async Task Flow_LeavesWithoutAnswering_SendsNothing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<LetsItRing>(execution);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("completed");
        host.Service.Requests.Should().BeEmpty();
    }

    private sealed class Answers : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await (await incoming.AnswerAsync()).PlayAsync("Hello.");
    }

    [Theory, BothWays]
    public async Task Answer_ContextHasExpired_MeansTheCallerHungUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Answers>(execution);
        host.Service.Next<AnswerCall>(Behave.Refuse(404, 8522));

        FlowOutput output = await host.RunAsync();

        output.Ending.Should().Be(FlowEnding.CallEnded);
        output.Outcome.Should().Be("caller hung up");
        host.Service.ActionNames.Should().Equal("AnswerCall");
    }

    [Theory, BothWays]
    public async Task Reject_ContextHasExpired_MeansTheCallerHungUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Rejects>(execution);
        host.Service.Next<RejectCall>(Behave.Refuse(404, 8522));

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("caller hung up");
    }

    [Theory, BothWays]
    public async Task Answer_CallerGoesBeforePeopleCanTalk_MeansTheCallerHungUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Answers>(execution);
        host.Service.Next<AnswerCall>(Behave.ThenTheyHangUp);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("caller hung up");
        host.Service.ActionNames.Should().Equal("AnswerCall");
    }

    [Theory, BothWays]
    public async Task Answer_NotEstablished_FailsTheFlowWithTheServicesWords(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Answers>(execution);
        host.Service.Next<AnswerCall>(Behave.With(new AnswerFailed { Result = new ResultInformation(500, 9999, "Something broke.") }));
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        failure.Message.Should().Be("AnswerCall failed: Something broke. (status 500, sub code 9999)");
    }

    private sealed class AnswersTwice : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            await incoming.AnswerAsync();
            Func<Task>[] more = [() => incoming.AnswerAsync(), () => incoming.RejectAsync(), () => incoming.RedirectAsync(incoming.To)];
            foreach (Func<Task> again in more)
            {
                try
                {
                    await again();
                }
                catch (InvalidOperationException exception)
                {
                    await incoming.Flow.NoteAsync(exception.Message);
                }
            }
        }
    }

    [Theory, BothWays]
    public async Task Answer_CallWasTaken_ThrowsAndSendsNothing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AnswersTwice>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal(
            "The call was answered already; it can't be answered as well.",
            "The call was answered already; it can't be rejected as well.",
            "The call was answered already; it can't be redirected as well.");
        host.Service.ActionNames.Should().Equal("AnswerCall", "HangUpCall");
    }

    private sealed class Looks : InboundCallFlow
    {
        protected override Task RunAsync(IncomingCall incoming) => incoming.Flow.NoteAsync(
            $"{incoming.From.RawId} {incoming.To.RawId} {incoming.OnBehalfOf?.RawId} {incoming.CallerDisplayName} "
            + $"{incoming.CustomContext!.SipHeaders["X-Tier"]} {incoming.ServerCallId} {incoming.CorrelationId} {incoming.Flow.InstanceId == CallFlowClient.InstanceIdOf(FlowHost.Call())}");
    }

    [Theory, BothWays]
    public async Task IncomingCall_Announced_CarriesEverythingThatWasSaid(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Looks>(execution);
        await host.RingAsync(FlowHost.Call() with
        {
            CallerDisplayName = "Ada",
            OnBehalfOf = CallEndpoint.User("8:acs:resource_boss"),
            CustomContext = new CustomCallingContext { SipHeaders = new Dictionary<string, string> { ["X-Tier"] = "gold" } },
        });

        await host.EndAsync();

        host.Notes.Should().Equal("4:+14255550123 4:+18005550100 8:acs:resource_boss Ada gold server-call correlation True");
    }
}
