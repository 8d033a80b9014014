using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class ContinueAsNewTests
{
    private static readonly CommunicationUser Agent = CallEndpoint.User("8:acs:resource_agent");

    public sealed record Place(int Number);

    private sealed class Queue : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            int place = state?.Number ?? 3;
            Call call = incoming.Call ?? await incoming.AnswerAsync();
            await call.PlayAsync($"You are number {place}.");
            if (place > 1)
            {
                ContinueAsNew(incoming, new Place(place - 1));
                return;
            }

            await call.HangUpAsync();
        }
    }

    [Theory, BothWays]
    public async Task Call_OfAFlowThatContinuesAsNew_GoesOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Queue>(execution);

        FlowOutput output = await host.RunAsync();

        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "Play", "Play", "HangUpCall");
        host.Service.Requests.Skip(1).Should().OnlyContain(request => request.CallConnectionId == "connection-1");
        output.Outcome.Should().Be("completed");
        output.Calls.Should().ContainSingle().Which.Entries.Select(entry => entry.Text).Should().Equal(
            "+1425•••0123 calls +1800•••0100", "connected", "You are number 3.", "You are number 2.", "You are number 1.", "hangs up");
    }

    [Theory, BothWays]
    public async Task Actions_AcrossExecutions_ShareNoNumber(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Queue>(execution);

        await host.RunAsync();

        host.Service.Requests.Select(request => request.OperationContext).Should().Equal("cf-1", "cf-2", "cf-3", "cf-4", "cf-5");
        host.Service.Requests.Select(request => request.RepeatabilityRequestId).Should().OnlyHaveUniqueItems();
    }

    [Theory, BothWays]
    public async Task History_OfAFlowThatContinuesAsNew_BeginsAgain(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Queue>(execution);

        await host.RunAsync();

        (await host.CountAsync(Engine.HistoryEventType.ActivityScheduled)).Should().Be(2, "the last execution only plays and hangs up");
    }

    [Theory, BothWays]
    public async Task Caller_HangsUpInALaterExecution_EndsTheFlow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Queue>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(5));
        host.Service.Call.TheyHangUp(TimeSpan.Zero);

        FlowOutput output = await host.EndAsync();

        output.Outcome.Should().Be("caller hung up");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "Play");
    }

    private sealed class CountsSignals : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            int taken = state?.Number ?? 0;
            Call call = incoming.Call ?? await incoming.AnswerAsync();
            await call.Flow.NoteAsync(await call.Flow.WaitForSignalAsync<string>("word"));
            if (taken < 3)
            {
                ContinueAsNew(incoming, new Place(taken + 1));
            }
        }
    }

    [Theory, BothWays]
    public async Task Signals_ThatNobodyHasTaken_ReachTheNextExecutionsInOrder(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CountsSignals>(execution);
        await host.RingAsync();
        foreach (string word in new[] { "one", "two", "three", "four" })
        {
            await host.SignalAsync("word", word, signalId: word);
        }

        await host.EndAsync();

        host.Notes.Should().Equal("one", "two", "three", "four");
    }

    [Theory, BothWays]
    public async Task Signal_SentAgainToALaterExecution_CountsOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CountsSignals>(execution);
        await host.RingAsync();
        foreach (string word in new[] { "one", "two", "one", "three", "two", "four" })
        {
            await host.SignalAsync("word", word, signalId: word);
            await host.PassAsync(TimeSpan.FromSeconds(1));
        }

        await host.EndAsync();

        host.Notes.Should().Equal("one", "two", "three", "four");
    }

    [Theory, BothWays]
    public async Task HangUp_RightAfterTheSignalThatContinues_IsNotLost(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CountsSignals>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(5));
        await Task.WhenAll(
            host.SignalAsync("word", "one"), host.Service.Call.RaiseAsync(new CallDisconnected { Result = Results.Fine }), host.SignalAsync("word", "two"));
        await host.SignalAsync("word", "three");
        await host.SignalAsync("word", "four");

        FlowOutput output = await host.EndAsync();

        output.Calls[0].End!.Reason.Should().Be(CallEndReason.RemoteHungUp);
        host.Notes.Should().BeEquivalentTo("one", "two", "three", "four");
        host.Service.ActionNames.Should().Equal("AnswerCall");
    }

    private sealed class RingsOn : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            await incoming.Flow.DelayAsync(TimeSpan.FromSeconds(2));
            if (state is null)
            {
                await incoming.Flow.NoteAsync(incoming.Call is null ? "rings" : "answered");
                ContinueAsNew(incoming, new Place(0));
                return;
            }

            await incoming.AnswerAsync();
            await incoming.Flow.NoteAsync($"{incoming.Call?.ConnectionId}, {incoming.Flow.Calls.Count} call");
        }
    }

    [Theory, BothWays]
    public async Task Call_ThatStillRings_CanBeAnsweredByTheNextExecution(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RingsOn>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("rings", "connection-1, 1 call");
        host.Service.Sent<AnswerCall>().Should().ContainSingle().Which.IncomingCallContext.Should().Be("incoming-call-context");
    }

    private sealed class RejectsTwice : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            await incoming.RejectAsync();
            ContinueAsNew(incoming, new Place(0));
        }
    }

    [Theory, BothWays]
    public async Task Call_ThatWasRejected_CantBeRejectedByTheNextExecution(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RejectsTwice>(execution);
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Be("The call was rejected already; it can't be rejected as well.");
    }

    private sealed class MusicGoesOn : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            if (state is null)
            {
                Call answered = await incoming.AnswerAsync();
                _ = answered.PlayLoopAsync("Music.");
                ContinueAsNew(incoming, new Place(0));
                return;
            }

            await incoming.Flow.DelayAsync(TimeSpan.FromHours(2));
            await incoming.Call!.PlayAsync(["Your turn."], interruptOther: true);
        }
    }

    [Theory, BothWays]
    public async Task Prompt_ThatPlaysAcrossExecutions_PlaysOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<MusicGoesOn>(execution);

        FlowOutput output = await host.RunAsync();

        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "Play", "HangUpCall");
        output.Outcome.Should().Be("completed");
        output.Calls[0].Entries.Where(entry => entry.Kind == TranscriptKind.Prompt).Select(entry => entry.Text).Should().Equal("Music.", "Your turn.");
    }

    private sealed class RecordsAcross : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            if (state is null)
            {
                Call answered = await incoming.AnswerAsync();
                await answered.StartRecordingAsync();
                ContinueAsNew(incoming, new Place(0));
                return;
            }

            Recording recording = incoming.Call!.Recordings.Single();
            await incoming.Flow.NoteAsync($"{recording.State} since {recording.StartedAt:HH:mm}");
            await recording.PauseAsync();
            await incoming.Flow.NoteAsync(recording.State.ToString());
            await recording.StopAsync();
            await incoming.Flow.NoteAsync($"{incoming.Call.Recordings.Count} recordings");
        }
    }

    [Theory, BothWays]
    public async Task Recording_AcrossExecutions_GoesOnAndCanBePaused(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RecordsAcross>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("Active since 09:00", "Inactive", "0 recordings");
        host.Service.ActionNames.Should().Equal("AnswerCall", "StartRecording", "PauseRecording", "StopRecording", "HangUpCall");
    }

    private sealed class ForgetsADial : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            await incoming.AnswerAsync();
            _ = incoming.Flow.DialAsync(Agent);
            ContinueAsNew(incoming, new Place(0));
        }
    }

    [Theory, BothWays]
    public async Task ContinueAsNew_WhileADialIsUnderWay_FailsTheFlowAndLeavesItsCalls(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ForgetsADial>(execution);
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        failure.ErrorType.Should().Be(typeof(InvalidOperationException).FullName);
        failure.Message.Should().Match("The flow can't continue as new while DialAsync (ContinueAsNewTests.cs:*) is under way: its outcome would be lost. *");
        host.Service.Calls.Should().HaveCount(2).And.OnlyContain(call => call.IsGone);
    }

    private sealed class LeavesWhileEnding : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            if (state is null)
            {
                Call call = await incoming.AnswerAsync();
                _ = call.HangUpAsync();
                ContinueAsNew(incoming, new Place(0));
                return;
            }

            await incoming.Flow.NoteAsync($"{incoming.Call!.End!.Reason}, {incoming.Flow.Calls.Count} calls");
        }
    }

    [Theory, BothWays]
    public async Task ContinueAsNew_WhileTheFlowHangsUp_WaitsForTheEnd(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<LeavesWhileEnding>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("HungUp, 0 calls");
    }

    private sealed class LeavesWhileHandingOver : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            if (state is null)
            {
                Call call = await incoming.AnswerAsync();
                await call.TransferAsync(Agent);
                ContinueAsNew(incoming, new Place(0));
                return;
            }

            await incoming.Flow.NoteAsync(incoming.Call!.End!.Reason.ToString());
        }
    }

    [Theory, BothWays]
    public async Task ContinueAsNew_AfterATransfer_WaitsForTheEnd(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<LeavesWhileHandingOver>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("Transferred");
    }

    [Theory, BothWays]
    public async Task ContinueAsNew_AfterATransferWhoseEndIsLost_WaitsHalfAMinute(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<LeavesWhileHandingOver>(execution);
        host.Service.Next<TransferCall>(Behave.With(new CallTransferAccepted { TransferTarget = Agent, Result = Results.Fine }));

        await host.RunAsync();

        host.Notes.Should().Equal("Transferred");
    }

    private sealed class ThrowsAfterAll : InboundCallFlow<Place>
    {
        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            await incoming.AnswerAsync();
            ContinueAsNew(incoming, new Place(0));
            throw new InvalidOperationException("after all");
        }
    }

    [Theory, BothWays]
    public async Task ContinueAsNew_WhenTheFlowThrowsAfterwards_IsForgotten(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ThrowsAfterAll>(execution);
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Be("after all");
        host.Service.Call.IsGone.Should().BeTrue();
    }

    public sealed record Campaign(int Left, int? Supervisor = null);

    private sealed class Calls : CallFlow<Campaign, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, Campaign campaign)
        {
            int supervisor = campaign.Supervisor ?? (await flow.DialAsync(Agent)).Call!.Number;
            if (campaign.Left == 0)
            {
                Call call = flow.Calls.Single(call => call.Number == supervisor);
                await call.PlayAsync("All done.");
                return $"{call.Number} of {flow.Calls.Count}, {call.Participants.Count} people";
            }

            Dialed dialed = await flow.DialAsync(CallEndpoint.User($"8:acs:resource_{campaign.Left}"));
            await flow.NoteAsync($"call {dialed.Call!.Number}");
            await dialed.Call.HangUpAsync();
            return ContinueAsNew(flow, new Campaign(campaign.Left - 1, supervisor));
        }
    }

    [Theory, BothWays]
    public async Task Calls_OfAFlowStartedByHand_KeepTheirNumbersAndPeople(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<Calls, Campaign, string>());

        FlowOutput output = await host.RunAsync<Calls, Campaign, string>(new Campaign(3));

        output.Result.To<string>().Should().Be("1 of 1, 2 people");
        host.Notes.Should().Equal("call 2", "call 3", "call 4");
        output.Calls.Select(call => call.Number).Should().Equal(1, 2, 3, 4);
        host.Service.Requests.Last(request => request.Action is Play).CallConnectionId.Should().Be("connection-1");
    }

    private sealed class TalksForDays : InboundCallFlow<Place>
    {
        public static readonly string Long = new('x', 500);

        protected override async Task RunAsync(IncomingCall incoming, Place? state)
        {
            int round = state?.Number ?? 0;
            Call call = incoming.Call ?? await incoming.AnswerAsync();
            for (int i = 0; i < 20; i++)
            {
                await call.PlayAsync($"{round} {i} {Long}");
            }

            if (round < 9)
            {
                ContinueAsNew(incoming, new Place(round + 1));
            }
        }
    }

    [Theory, BothWays]
    public async Task Transcript_OfACallWithoutEnd_KeepsTheLatestLines(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<TalksForDays>(execution);

        CallTranscript call = (await host.RunAsync()).Calls[0];

        call.Omitted.Should().BePositive();
        (call.Omitted + call.Entries.Count).Should().Be(2 + 200 + 1, "ringing, connected, every prompt, and the end");
        call.Entries.Sum(entry => entry.Text.Length).Should().BeLessThan(32_768 + (21 * 520));
        call.Entries[^2].Text.Should().StartWith("9 19 ");
    }

    private sealed class CallsForEver : CallFlow<Campaign, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, Campaign campaign)
        {
            Dialed dialed = await flow.DialAsync(Agent);
            await dialed.Call!.PlayAsync(TalksForDays.Long + TalksForDays.Long + TalksForDays.Long);
            await dialed.Call.HangUpAsync();
            return campaign.Left == 0 ? "done" : ContinueAsNew(flow, new Campaign(campaign.Left - 1));
        }
    }

    [Theory, BothWays]
    public async Task Transcripts_OfManyCallsThatAreOver_AreLeftBehindFromTheOldest(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<CallsForEver, Campaign, string>());

        FlowOutput output = await host.RunAsync<CallsForEver, Campaign, string>(new Campaign(39));

        output.Calls.Count.Should().BeInRange(10, 25);
        output.Calls.Select(call => call.Number).Should().Equal(Enumerable.Range(41 - output.Calls.Count, output.Calls.Count));
        output.Calls.Should().OnlyContain(call => call.Omitted == 0);
    }
}
