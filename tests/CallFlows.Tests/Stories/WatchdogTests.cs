using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Engine;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Stories;

public sealed class WatchdogTests
{
    private sealed class PlaysOnce : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            PlayOutcome outcome = await call.PlayAsync("Hello.");
            await call.Flow.NoteAsync(FormattableString.Invariant($"{outcome} after {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds:0} seconds"));
        }
    }

    [Theory, BothWays]
    public async Task Play_ItsEndIsLost_IsUnconfirmedAndTheFlowGoesOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysOnce>(execution);
        host.Service.Next<Play>(Behave.Silently);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Unconfirmed after 62 seconds");
        output.Outcome.Should().Be("completed");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Text == "no callback ended Play; the call is still there");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "GetCallProperties", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Play_ApplicationWasAwayWhenItsEndCame_IsWaitedForUntilTheServiceTriesAgain(Execution execution)
    {
        FakeListener listener = new() { ListeningSince = FlowHost.Start + TimeSpan.FromSeconds(60) };
        await using FlowHost host = await FlowHost.StartAsync(
            execution, flows => flows.Add<PlaysOnce>(when => when.Otherwise()), services => services.AddSingleton<ICallbackListener>(listener));
        host.Service.Next<Play>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.Emit(TimeSpan.FromSeconds(79.5), new PlayCompleted { OperationContext = action.Context });
            return Task.FromResult(answer);
        });

        await host.RunAsync();

        host.Notes.Should().Equal("Completed after 80 seconds");
    }

    [Theory, BothWays]
    public async Task Play_ApplicationWasAwayAndItsEndIsLost_IsUnconfirmedHalfAMinuteAfterItsReturn(Execution execution)
    {
        FakeListener listener = new() { ListeningSince = FlowHost.Start + TimeSpan.FromSeconds(60) };
        await using FlowHost host = await FlowHost.StartAsync(
            execution, flows => flows.Add<PlaysOnce>(when => when.Otherwise()), services => services.AddSingleton<ICallbackListener>(listener));
        host.Service.Next<Play>(Behave.Silently);

        await host.RunAsync();

        host.Notes.Should().Equal("Unconfirmed after 90 seconds");
    }

    [Theory, BothWays]
    public async Task Play_ItsLostEndComesLater_DoesNotEndTheNextPlay(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwice>(execution);
        host.Service.Next<Play>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.Emit(TimeSpan.FromSeconds(62), new PlayCompleted { OperationContext = action.Context });
            return Task.FromResult(answer);
        });

        await host.RunAsync();

        host.Notes.Should().Equal("Unconfirmed, Completed after 65 seconds");
    }

    private sealed class PlaysTwice : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            PlayOutcome first = await call.PlayAsync("Hello.");
            PlayOutcome second = await call.PlayAsync("Hello again.");
            await call.Flow.NoteAsync(FormattableString.Invariant($"{first}, {second} after {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds:0} seconds"));
        }
    }

    [Theory, BothWays]
    public async Task HangUp_ItsReportIsLost_EndsTheCallAsLost(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysOnce>(execution);
        host.Service.Next<Play>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.Vanish();
            return Task.FromResult(answer);
        });

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().BeEmpty();
        output.Outcome.Should().Be("call lost");
        output.CallEnd.Should().Be(new CallEnd(CallEndReason.Lost));
        output.Calls[0].Entries.Select(e => e.Text).Should().Equal(
            $"{FlowHost.CallerNumber} calls {FlowHost.LineNumber}", "connected", "call over: lost: the service no longer knows the call");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "GetCallProperties");
    }

    [Theory, BothWays]
    public async Task Call_ReportedAsDisconnectedAtTheCheck_EndsAsLost(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysOnce>(execution);
        host.Service.Next<Play>(Behave.Silently);
        host.Service.Next<GetCallProperties>(_ =>
            Task.FromResult<CallActionResult>(new CallConnectionResult("connection-1", CallConnectionState.Disconnected)));

        (await host.RunAsync()).Outcome.Should().Be("call lost");
    }

    [Theory, BothWays]
    public async Task Service_UnreachableAtTheCheck_IsAskedAgain(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysOnce>(execution);
        host.Service.Next<Play>(Behave.Silently);
        host.Service.Next<GetCallProperties>(Behave.Refuse(503), Behave.Refuse(503), Behave.Refuse(503));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Unconfirmed after 100 seconds");
        output.Outcome.Should().Be("completed");
        host.Service.Sent<GetCallProperties>().Should().HaveCount(4);
    }

    [Theory, BothWays]
    public async Task Play_EndsWhileTheCheckIsUnderWay_IsCompleted(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysOnce>(execution);
        host.Service.Next<Play>(Behave.Silently);
        host.Service.Next<GetCallProperties>(async action =>
        {
            await action.Call.RaiseAsync(new PlayCompleted { OperationContext = "cf-2" });
            return action.Usually();
        });

        await host.RunAsync();

        host.Notes.Should().Equal("Completed after 62 seconds");
    }

    [Theory, BothWays]
    public async Task HangUp_ReportedRightAfterTheCheck_IsTheCallersHangUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysOnce>(execution);
        host.Service.Next<Play>(Behave.Silently);
        host.Service.Next<GetCallProperties>(action =>
        {
            action.Call.TheyHangUp(TimeSpan.FromSeconds(2));
            return Behave.Refuse(404, code: "8522")(action);
        });

        (await host.RunAsync()).Outcome.Should().Be("caller hung up");
    }

    private sealed class AsksForTheState : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            CallConnectionResult state = await call.GetPropertiesAsync();
            await call.Flow.NoteAsync($"{state.State} {state.CallConnectionId}");
        }
    }

    [Theory, BothWays]
    public async Task Properties_OfACallThatIsThere_AreTold(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForTheState>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("Connected connection-1");
    }

    [Theory, BothWays]
    public async Task Properties_OfACallThatIsGone_EndTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForTheState>(execution);
        host.Service.Next<GetCallProperties>(Behave.Refuse(404, code: "8522"));

        (await host.RunAsync()).Outcome.Should().Be("call lost");
    }

    private sealed class Listens : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Recognized recognized = await call.RecognizeAsync(new Recognize { Kind = RecognitionKind.Speech });
            await call.Flow.NoteAsync(recognized.Outcome.ToString());
        }
    }

    [Theory, BothWays]
    public async Task Recognize_ItsResultIsLost_IsUnconfirmed(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Listens>(execution);
        host.Service.Next<Recognize>(Behave.Silently);

        await host.RunAsync();

        host.Notes.Should().Equal("Unconfirmed");
    }

    private sealed class AnswersOnly : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.NoteAsync($"answered, {call.Participants.Count} in the call");
        }
    }

    [Theory, BothWays]
    public async Task Answer_ConnectedIsLost_IsAnsweredWhenTheWatchdogAsks(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AnswersOnly>(execution);
        host.Service.Next<AnswerCall>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.State = CallConnectionState.Connected;
            return Task.FromResult(answer);
        });

        await host.RunAsync();

        host.Notes.Should().Equal("answered, 0 in the call");
        host.Service.ActionNames.Should().Equal("AnswerCall", "GetCallProperties", "HangUpCall");
    }

    private sealed class PlaysFifty : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            for (int i = 1; i <= 50; i++)
            {
                await call.PlayAsync($"Number {i}.");
            }
        }
    }

    [Theory, BothWays]
    public async Task Timers_OfManySteps_AreFew(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysFifty>(execution);

        await host.RunAsync();

        host.Service.Sent<Play>().Should().HaveCount(50);
        host.Service.Sent<GetCallProperties>().Should().BeEmpty();
        (await host.CountAsync(HistoryEventType.TimerCreated)).Should().BeInRange(1, 5);
    }

    private sealed class HoldsMusic : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await (await incoming.AnswerAsync()).PlayLoopAsync("La la la.");
    }

    [Theory, BothWays]
    public async Task PlayLoop_ForTwoHours_IsLookedAfterAndNeverGivenUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HoldsMusic>(execution);
        host.Service.Next<Play>(action =>
        {
            action.Call.TheyHangUp(TimeSpan.FromMinutes(125));
            return Task.FromResult(action.Usually());
        });

        (await host.RunAsync()).Outcome.Should().Be("caller hung up");

        host.Service.Sent<GetCallProperties>().Should().HaveCount(12);
        host.Service.Sent<Play>().Should().ContainSingle();
    }
}
