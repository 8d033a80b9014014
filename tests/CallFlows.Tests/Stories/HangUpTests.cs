using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class HangUpTests
{
    private const string EndedAtOnce = "RemoteHungUp at 1.5, later: RemoteHungUp";

    /// <summary>Waits in one step, and tells how that ended and what a later action does.</summary>
    private abstract class WaitsInOneStep : InboundCallFlow
    {
        protected abstract Task StepAsync(Call call);

        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            string step = await TellAsync(call, () => StepAsync(call));
            double seconds = (call.Flow.UtcNow - FlowHost.Start).TotalSeconds;
            string later = await TellAsync(call, () => call.PlayAsync("Are you still there?"));
            await call.Flow.NoteAsync(FormattableString.Invariant($"{step} at {seconds}, later: {later}"));
        }

        private static async Task<string> TellAsync(Call call, Func<Task> step)
        {
            try
            {
                await step();
                return "ended by itself";
            }
            catch (CallEndedException exception)
            {
                return exception.End == call.End ? exception.Reason.ToString() : "another end";
            }
        }
    }

    private static async Task<FlowHost> RunAsync<TFlow, TAction>(Execution execution)
        where TFlow : WaitsInOneStep
        where TAction : CallAction
    {
        FlowHost host = await FlowHost.StartAsync<TFlow>(execution);
        host.Service.Next<TAction>(Behave.ThenTheyHangUp);
        await host.RunAsync();
        return host;
    }

    private sealed class Plays : WaitsInOneStep
    {
        protected override Task StepAsync(Call call) => call.PlayAsync("A long story.");
    }

    [Theory, BothWays]
    public async Task Play_CallerHangsUp_EndsAtOnce(Execution execution)
    {
        await using FlowHost host = await RunAsync<Plays, Play>(execution);
        host.Notes.Should().Equal(EndedAtOnce);
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play");
    }

    private sealed class PlaysInALoop : WaitsInOneStep
    {
        protected override Task StepAsync(Call call) => call.PlayLoopAsync("La la la.");
    }

    [Theory, BothWays]
    public async Task PlayLoop_CallerHangsUp_EndsAtOnce(Execution execution)
    {
        await using FlowHost host = await RunAsync<PlaysInALoop, Play>(execution);
        host.Notes.Should().Equal(EndedAtOnce);
    }

    private sealed class Recognizes : WaitsInOneStep
    {
        protected override Task StepAsync(Call call) => call.RecognizeAsync(new Recognize { Kind = RecognitionKind.Speech });
    }

    [Theory, BothWays]
    public async Task Recognize_CallerHangsUp_EndsAtOnce(Execution execution)
    {
        await using FlowHost host = await RunAsync<Recognizes, Recognize>(execution);
        host.Notes.Should().Equal(EndedAtOnce);
    }

    private sealed class Asks : WaitsInOneStep
    {
        protected override Task StepAsync(Call call) => call.AskAsync(Menu.Say("One or two?").Option("one", Tone.One).Option("two", Tone.Two));
    }

    [Theory, BothWays]
    public async Task Menu_CallerHangsUp_IsNotAskedAgain(Execution execution)
    {
        await using FlowHost host = await RunAsync<Asks, Recognize>(execution);
        host.Notes.Should().Equal(EndedAtOnce);
        host.Service.Sent<Recognize>().Should().ContainSingle();
    }

    private sealed class Invites : WaitsInOneStep
    {
        protected override Task StepAsync(Call call) => call.AddParticipantAsync(CallEndpoint.User("8:acs:resource_agent"));
    }

    [Theory, BothWays]
    public async Task AddParticipant_CallerHangsUp_EndsAtOnce(Execution execution)
    {
        await using FlowHost host = await RunAsync<Invites, AddParticipant>(execution);
        host.Notes.Should().Equal(EndedAtOnce);
    }

    private sealed class Transfers : WaitsInOneStep
    {
        protected override Task StepAsync(Call call) => call.TransferAsync(CallEndpoint.User("8:acs:resource_agent"));
    }

    [Theory, BothWays]
    public async Task Transfer_CallerHangsUp_EndsOnceTheTransfersOwnEventHadTimeToCome(Execution execution)
    {
        await using FlowHost host = await RunAsync<Transfers, TransferCall>(execution);
        host.Notes.Should().Equal("RemoteHungUp at 3.5, later: RemoteHungUp");
    }

    private sealed class Sleeps : WaitsInOneStep
    {
        protected override async Task StepAsync(Call call)
        {
            Task story = call.PlayAsync("A long story.");
            await call.Flow.DelayAsync(TimeSpan.FromMinutes(1));
            await story;
        }
    }

    [Theory, BothWays]
    public async Task Delay_CallerHangsUp_GoesOnAndLaterActionsThrow(Execution execution)
    {
        await using FlowHost host = await RunAsync<Sleeps, Play>(execution);
        host.Notes.Should().Equal("RemoteHungUp at 60.5, later: RemoteHungUp");
    }

    private sealed class WaitsForASignal : WaitsInOneStep
    {
        protected override async Task StepAsync(Call call)
        {
            Task story = call.PlayAsync("A long story.");
            await call.Flow.WaitForSignalAsync<string>(TimeSpan.FromSeconds(10), "agent");
            await story;
        }
    }

    [Theory, BothWays]
    public async Task SignalWait_CallerHangsUp_GoesOnAndLaterActionsThrow(Execution execution)
    {
        await using FlowHost host = await RunAsync<WaitsForASignal, Play>(execution);
        host.Notes.Should().Equal("RemoteHungUp at 10.5, later: RemoteHungUp");
    }

    private sealed class Works : WaitsInOneStep
    {
        protected override async Task StepAsync(Call call) => await call.Flow.NoteAsync(await call.Flow.RunAsync(new Work("worked")));
    }

    [Theory, BothWays]
    public async Task Activity_CallerHangsUp_IsFinishedAndLaterActionsThrow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Works>(execution);
        await host.RingAsync();
        await host.UntilAsync(host.Gate.Reached);
        await host.Service.Call.RaiseAsync(new Events.CallDisconnected { Result = Results.Fine });
        host.Gate.Open();

        await host.EndAsync();

        host.Notes.Should().Equal("worked", "ended by itself at 0.5, later: RemoteHungUp");
    }

    private sealed class CleansUp : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            try
            {
                await call.PlayAsync("A long story.");
                await call.Flow.NoteAsync("never");
            }
            finally
            {
                await call.Flow.NoteAsync("cleaned up");
            }
        }
    }

    [Theory, BothWays]
    public async Task HangUp_Uncaught_CompletesTheFlowAfterItsFinally(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CleansUp>(execution);
        host.Service.Next<Play>(Behave.ThenTheyHangUp);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("cleaned up");
        output.Ending.Should().Be(FlowEnding.CallEnded);
        output.Outcome.Should().Be("caller hung up");
        output.CallEnd.Should().Be(new CallEnd(CallEndReason.RemoteHungUp, new Events.ResultInformation(200, 5001, "This conversation has ended.")));
        output.Calls[0].End.Should().Be(output.CallEnd);
        output.Calls[0].Entries[^1].Should().BeEquivalentTo(new { Speaker = "caller", Text = "hangs up" });
    }

    private sealed class FollowsUp : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            try
            {
                await call.PlayAsync("A long story.");
            }
            catch (CallEndedException)
            {
                await incoming.Flow.DelayAsync(TimeSpan.FromHours(1));
                await incoming.Flow.NoteAsync("survey sent");
            }
        }
    }

    [Theory, BothWays]
    public async Task HangUp_Caught_LetsTheFlowWorkOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<FollowsUp>(execution);
        host.Service.Next<Play>(Behave.ThenTheyHangUp);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("survey sent");
        output.Outcome.Should().Be("completed");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play");
    }

    private sealed class WatchesTwoCalls : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call caller = await incoming.AnswerAsync();
            Call agent = (await incoming.Flow.DialAsync(CallEndpoint.User("8:acs:resource_agent"))).Call!;
            Task<CallEnd> first = await Task.WhenAny(caller.Ended, agent.Ended);
            CallEnd end = await first;
            await incoming.Flow.NoteAsync($"{(first == agent.Ended ? "agent" : "caller")}: {end.Reason}, caller {(caller.End is null ? "there" : "gone")}");
            await caller.PlayAsync("The agent has gone.");
        }
    }

    [Theory, BothWays]
    public async Task WhenAny_OneOfTwoCallsEnds_LeavesTheOther(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WatchesTwoCalls>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(20));
        host.Service.Calls[1].TheyHangUp(TimeSpan.FromSeconds(1));

        FlowOutput output = await host.EndAsync();

        host.Notes.Should().Equal("agent: RemoteHungUp, caller there");
        output.Outcome.Should().Be("completed");
        output.Calls.Select(call => call.End!.Reason).Should().Equal(CallEndReason.HungUp, CallEndReason.RemoteHungUp);
        host.Service.ActionNames.Should().Equal("AnswerCall", "CreateCall", "Play", "HangUpCall");
    }

    private sealed class HangsUpTwice : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.HangUpAsync();
            await call.HangUpAsync();
            await call.PlayAsync("Too late.");
        }
    }

    [Theory, BothWays]
    public async Task HangUp_ByTheFlow_IsDoneOnceAndEndsLaterActions(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HangsUpTwice>(execution);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("flow hung up");
        host.Service.ActionNames.Should().Equal("AnswerCall", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task HangUp_TheServiceNoLongerKnowsTheCall_IsNoError(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HangsUpTwice>(execution);
        host.Service.Next<HangUpCall>(Behave.Refuse(404, code: "8522"));

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("flow hung up");
    }

    [Theory, BothWays]
    public async Task HangUp_ItsCallbackIsLost_EndsTheCallAllTheSame(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HangsUpTwice>(execution);
        host.Service.Next<HangUpCall>(Behave.Silently);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("flow hung up");
        output.Calls[0].End.Should().Be(new CallEnd(CallEndReason.HungUp));
    }

    private sealed class TriesToHangUp : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            try
            {
                await call.HangUpAsync();
            }
            catch (CallActionException exception)
            {
                await call.Flow.NoteAsync($"refused: {exception.Status}");
            }

            await call.PlayAsync("We go on.");
        }
    }

    [Theory, BothWays]
    public async Task HangUp_RefusedThenTheCallerHangsUp_IsTheCallersDoing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<TriesToHangUp>(execution);
        host.Service.Next<HangUpCall>(Behave.Refuse(400)).Next<Play>(Behave.ThenTheyHangUp);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("refused: 400");
        output.Outcome.Should().Be("caller hung up");
    }
}
