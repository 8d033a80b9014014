using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Calls.Transcripts;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Flows.Running;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class HappyPathTests
{
    private sealed class Confirms : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Choice choice = await call.AskAsync(Menu.Say("Press 1 to confirm.").Option("confirm", Tone.One));
            await call.PlayAsync($"You chose {choice.Option}.");
            await call.HangUpAsync(forEveryone: true);
        }
    }

    [Theory, BothWays]
    public async Task Flow_CallerAnswersTheMenu_SendsExactlyItsActions(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Confirms>(execution);
        host.Caller.Presses("1");

        await host.RunAsync();

        host.Service.Actions.Should().BeEquivalentTo(
            new CallAction[]
            {
                new AnswerCall("incoming-call-context"),
                new Recognize { Kind = RecognitionKind.Dtmf, Participant = FlowHost.CallerNumber, Prompts = ["Press 1 to confirm."], MaxTones = 1 },
                new Play(["You chose confirm."]),
                new HangUpCall(ForEveryone: true),
            },
            options => options.RespectingRuntimeTypes().WithStrictOrdering());
    }

    [Theory, BothWays]
    public async Task Requests_OfOneCall_CarryItsIdsAndTimes(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Confirms>(execution);
        host.Caller.Presses("1");

        await host.RunAsync();

        IReadOnlyList<CallActionRequest> requests = host.Service.Requests;
        requests.Select(r => r.InstanceId).Should().AllBe(CallFlowClient.InstanceIdOf(FlowHost.Call()));
        requests.Select(r => r.CallConnectionId).Should().Equal(null, "connection-1", "connection-1", "connection-1");
        requests.Select(r => r.OperationContext).Should().Equal("cf-1", "cf-2", "cf-3", "cf-4");
        requests.Select(r => r.RepeatabilityRequestId).Should().Equal(
            Enumerable.Range(1, 4).Select(n => RepeatabilityId.For(host.InstanceId, n)));
        requests.Select(r => (r.RepeatabilityFirstSent - FlowHost.Start).TotalSeconds).Should().Equal(0, 0.5, 3.5, 6.5);
    }

    [Theory, BothWays]
    public async Task Output_OfACompletedFlow_TellsTheStory(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Confirms>(execution);
        host.Caller.Presses("1");

        FlowOutput output = await host.RunAsync();

        output.Ending.Should().Be(FlowEnding.Completed);
        output.Outcome.Should().Be("completed");
        output.CallEnd.Should().BeNull();
        CallTranscript call = output.Calls.Should().ContainSingle().Subject;
        call.Should().BeEquivalentTo(new { Number = 1, Direction = CallDirection.Inbound, From = FlowHost.CallerNumber, To = FlowHost.LineNumber });
        call.End.Should().Be(new CallEnd(CallEndReason.HungUp, Results.Terminated));
        call.Entries.Select(e => ((e.Time - FlowHost.Start).TotalSeconds, e.Kind, e.Speaker, e.Text)).Should().Equal(
            (0, TranscriptKind.Ringing, "service", $"{FlowHost.CallerNumber} calls {FlowHost.LineNumber}"),
            (0.5, TranscriptKind.Connected, "service", "connected"),
            (0.5, TranscriptKind.Prompt, "flow", "Press 1 to confirm."),
            (3.5, TranscriptKind.Keys, "caller", "presses 1"),
            (3.7, TranscriptKind.Prompt, "flow", "You chose confirm."),
            (6.7, TranscriptKind.Ended, "flow", "hangs up"));
    }

    private sealed class SimplyReturns : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await incoming.AnswerAsync();
    }

    [Theory, BothWays]
    public async Task Flow_Returns_LeavesItsCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<SimplyReturns>(execution);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("completed");
        host.Service.Actions[^1].Should().Be(new HangUpCall(ForEveryone: false));
        output.Calls[0].End!.Reason.Should().Be(CallEndReason.HungUp);
    }

    private sealed class ShowsWhoIsThere : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync(CallEndpoint.User("8:acs:resource_bot"));
            await call.PlayAsync("Hello.");
            await call.Flow.NoteAsync($"{call.Direction} {call.ConnectionId} {call.From == incoming.From} {call.To == incoming.To} {call.Participants.Count}");
        }
    }

    [Theory, BothWays]
    public async Task Call_AfterTheAnswer_KnowsItsSidesAndParticipants(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ShowsWhoIsThere>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("Inbound connection-1 True True 2");
        host.Service.Sent<AnswerCall>().Should().Equal(new AnswerCall("incoming-call-context", CallEndpoint.User("8:acs:resource_bot")));
    }

    [Theory, BothWays]
    public async Task IncomingCall_AnnouncedTwice_StartsOneFlow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<SimplyReturns>(execution);

        IncomingCallReceipt first = await host.RingAsync();
        IncomingCallReceipt second = await host.RingAsync();
        await host.EndAsync();

        first.Should().Be(new IncomingCallReceipt(IncomingCallDisposition.Started, nameof(SimplyReturns), host.InstanceId));
        second.Should().Be(first with { Disposition = IncomingCallDisposition.Duplicate });
        host.Service.Sent<AnswerCall>().Should().ContainSingle();
    }
}
