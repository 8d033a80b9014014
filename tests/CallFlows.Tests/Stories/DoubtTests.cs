using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Stories;

/// <summary>Actions that the service can't recognise when they come twice, and of which nobody knows whether they were sent.</summary>
public sealed class DoubtTests
{
    private static readonly Interruption BeforeSending = new(AfterSending: false);
    private static readonly Interruption AfterSending = new(AfterSending: true);

    private sealed class PlaysTwo : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            foreach (string text in (string[])["First.", "Second."])
            {
                try
                {
                    PlayOutcome outcome = await call.PlayAsync(text);
                    await call.Flow.NoteAsync($"{outcome} {Seconds(call)}");
                }
                catch (CallActionException exception)
                {
                    await call.Flow.NoteAsync($"{exception.Error.Message} {Seconds(call)}");
                }
            }
        }
    }

    private static string Seconds(Call call) => FormattableString.Invariant($"at {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds}");

    [Theory, BothWays]
    public async Task Play_ProcessEndsAfterSending_IsHeardOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Interruptions.Next<Play>(AfterSending);

        (await host.RunAsync()).Outcome.Should().Be("completed");

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 3.5", "Completed at 6.5");
    }

    [Theory, BothWays]
    public async Task Play_ProcessEndsBeforeSending_IsSentWhenNothingIsHeardOfIt(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Interruptions.Next<Play>(BeforeSending);

        FlowOutput output = await host.RunAsync();

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 8.5", "Completed at 11.5");
        host.Service.ActionNames.Should().Equal("AnswerCall", "CancelAllMedia", "Play", "Play", "HangUpCall");
        Contexts(host).Should().Equal("cf-2.2", "cf-4");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Text == "nothing shows that Play was done; it is sent again");
    }

    [Theory, BothWays]
    public async Task Play_ItsEventCameBeforeTheDoubt_IsNotSentAgain(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Interruptions.Next<Play>(AfterSending);
        host.Service.Next<Play>(async action =>
        {
            await action.Call.RaiseAsync(new PlayStarted { OperationContext = action.Context });
            action.Call.Emit(TimeSpan.FromSeconds(40), new PlayCompleted { OperationContext = action.Context });
            return action.Accept();
        });

        await host.RunAsync();

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 40.5", "Completed at 43.5");
    }

    [Theory, BothWays]
    public async Task Play_ProcessWasAwayForLong_WaitsAsLongForItsEvents(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Interruptions.Next<Play>(new Interruption(AfterSending: true, Away: TimeSpan.FromSeconds(12)));
        host.Service.Next<Play>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.Emit(TimeSpan.FromSeconds(23), new PlayCompleted { OperationContext = action.Context });
            return Task.FromResult(answer);
        });

        await host.RunAsync();

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 23.5", "Completed at 26.5");
    }

    [Theory, BothWays]
    public async Task Play_ProcessSleepsThroughTheDoubt_WaitsAnew(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Interruptions.Next<Play>(AfterSending);
        host.Service.Next<Play>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.Emit(TimeSpan.FromSeconds(20), new PlayCompleted { OperationContext = action.Context });
            return Task.FromResult(answer);
        });
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(2));

        await host.Engine.SuspendAsync(host.InstanceId);
        await host.PassAsync(TimeSpan.FromSeconds(14));
        await host.Engine.ResumeAsync(host.InstanceId);
        await host.EndAsync();

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 20.5", "Completed at 23.5");
    }

    [Theory, BothWays]
    public async Task Play_ProcessEndsAgainDuringTheDoubt_WaitsFromItsLastReturn(Execution execution)
    {
        FakeListener listener = new() { ListeningSince = FlowHost.Start + TimeSpan.FromSeconds(4.5) };
        await using FlowHost host = await StartAsync<PlaysTwo>(execution, listener);
        host.Interruptions.Next<Play>(new Interruption(AfterSending: true, Away: TimeSpan.FromSeconds(4)));
        host.Service.Next<Play>(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.Emit(TimeSpan.FromSeconds(20), new PlayCompleted { OperationContext = action.Context });
            return Task.FromResult(answer);
        });
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(9));
        listener.ListeningSince = FlowHost.Start + TimeSpan.FromSeconds(9);

        await host.EndAsync();

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 20.5", "Completed at 23.5");
    }

    [Theory, BothWays]
    public async Task Play_ApplicationIsNotReachableYet_WaitsUntilItIs(Execution execution)
    {
        FakeListener listener = new();
        await using FlowHost host = await StartAsync<PlaysTwo>(execution, listener);
        host.Interruptions.Next<Play>(BeforeSending);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(60));
        host.Service.Sent<Play>().Should().BeEmpty();

        listener.ListeningSince = FlowHost.Start + TimeSpan.FromSeconds(60);
        await host.EndAsync();

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 93", "Completed at 96");
    }

    [Theory, BothWays]
    public async Task Play_EventOfASendingThatWasTakenBack_DoesNotEndIt(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Service.Next<Play>(Behave.LosingTheAnswer(action =>
        {
            CallActionResult answer = action.Accept();
            action.Call.Emit(TimeSpan.FromSeconds(6), new PlayCanceled { OperationContext = action.Context });
            return Task.FromResult(answer);
        }));

        await host.RunAsync();

        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "CancelAllMedia", "Play", "Play", "HangUpCall");
        host.Notes.Should().Equal("Completed at 8.5", "Completed at 11.5");
    }

    [Theory, BothWays]
    public async Task Play_ProcessEndsAgainAndAgainBeforeSending_IsSentInTheEnd(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Interruptions.Next<Play>(BeforeSending);
        await host.RingAsync();
        for (int i = 0; i < 5; i++)
        {
            await host.PassAsync(TimeSpan.FromSeconds(3));
            host.Interruptions.Next<Play>(BeforeSending);
        }

        (await host.EndAsync()).Outcome.Should().Be("completed");

        Heard(host).Should().Equal("First.", "Second.");
    }

    private sealed class Asks : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Digits answer = await call.AskDigitsAsync(AskDigits.Say("Your number, please.").Exactly(2));
            await call.Flow.NoteAsync($"{answer.Outcome} {answer.Value} {Seconds(call)}");
        }
    }

    [Theory, BothWays]
    public async Task Recognize_ProcessEndsAfterSending_IsAskedOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Asks>(execution);
        host.Caller.Presses("42");
        host.Interruptions.Next<Recognize>(AfterSending);

        await host.RunAsync();

        host.Service.Sent<Recognize>().Should().ContainSingle();
        host.Notes.Should().Equal("Given 42 at 3.5");
    }

    [Theory, BothWays]
    public async Task Recognize_ProcessEndsBeforeSending_IsAskedOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Asks>(execution);
        host.Caller.Presses("42");
        host.Interruptions.Next<Recognize>(BeforeSending);

        await host.RunAsync();

        host.Service.Sent<Recognize>().Should().ContainSingle();
        host.Notes.Should().Equal("Given 42 at 8.5");
    }

    [Theory, BothWays]
    public async Task Play_ItsAnswerIsLost_IsHeardOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Service.Next<Play>(Behave.LosingTheAnswer(Behave.Usually));

        await host.RunAsync();

        Heard(host).Should().Equal("First.", "Second.");
        host.Notes.Should().Equal("Completed at 3.5", "Completed at 6.5");
    }

    [Theory, BothWays]
    public async Task Play_ItsAnswersAreLostAndItNeverHappens_FailsAfterThreeTries(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        Behaviour lost = Behave.LosingTheAnswer(Behave.Silently);
        host.Service.Next<Play>(lost, lost, lost);

        await host.RunAsync();

        Heard(host).Should().Equal("First.", "First.", "First.", "Second.");
        host.Notes.Should().Equal("The connection broke. at 15.5", "Completed at 18.5");
        Contexts(host).Should().Equal("cf-2", "cf-2.2", "cf-2.3", "cf-5");
    }

    [Theory, BothWays]
    public async Task Call_EndsWhileItIsInDoubt_NothingIsSentAgain(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Service.Next<Play>(Behave.LosingTheAnswer(Behave.ThenTheyHangUp));

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("caller hung up");
        output.Calls[0].Entries[^1].Time.Should().Be(FlowHost.Start + TimeSpan.FromSeconds(1.5));
        Heard(host).Should().Equal("First.");
    }

    private sealed class PlaysSideBySide : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await Task.WhenAll(call.PlayAsync("First."), call.PlayAsync("Second."));
        }
    }

    [Theory, BothWays]
    public async Task Actions_TheFirstIsInDoubt_KeepTheirOrder(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysSideBySide>(execution);
        host.Interruptions.Next<Play>(BeforeSending);

        await host.RunAsync();

        Heard(host).Should().Equal("First.", "Second.");
    }

    [Theory, BothWays]
    public async Task Play_SentAgainWhileAnotherPlays_DoesNotBreakThatOff(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysSideBySide>(execution);
        host.Service.Next<Play>(
            action =>
            {
                CallActionResult answer = action.Accept();
                action.Call.Emit(TimeSpan.FromSeconds(10), new PlayCompleted { OperationContext = action.Context });
                return Task.FromResult(answer);
            },
            Behave.LosingTheAnswer(Behave.Silently));

        await host.RunAsync();

        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "Play", "Play", "HangUpCall");
        Heard(host).Should().Equal("First.", "Second.", "Second.");
    }

    private sealed class BreaksOff : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            using CancellationTokenSource enough = new();
            Task play = call.PlayAsync("A long story.", enough.Token);
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(1));
            enough.Cancel();
            try
            {
                await play;
            }
            catch (OperationCanceledException)
            {
                await call.Flow.NoteAsync("broken off");
            }
        }
    }

    [Theory, BothWays]
    public async Task Play_BrokenOffWhileItIsInDoubt_Ends(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<BreaksOff>(execution);
        host.Interruptions.Next<Play>(BeforeSending);

        (await host.RunAsync()).Outcome.Should().Be("completed");

        host.Notes.Should().Equal("broken off");
        host.Service.ActionNames.Should().Equal("AnswerCall", "CancelAllMedia", "Play", "CancelAllMedia", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Actions_ThatAreRepeatable_AreSentAgainAtOnceUnderTheirId(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwo>(execution);
        host.Interruptions.Next<HangUpCall>(AfterSending);

        (await host.RunAsync()).Outcome.Should().Be("completed");

        CallActionRequest[] hangUps = [.. host.Service.Requests.Where(request => request.Action is HangUpCall)];
        hangUps.Should().HaveCount(2);
        hangUps.Select(request => request.RepeatabilityRequestId).Distinct().Should().ContainSingle();
    }

    private static Task<FlowHost> StartAsync<TFlow>(Execution execution, FakeListener listener)
        where TFlow : InboundCallFlow =>
        FlowHost.StartAsync(execution, flows => flows.Add<TFlow>(when => when.Otherwise()), services => services.AddSingleton<ICallbackListener>(listener));

    private static IEnumerable<string> Contexts(FlowHost host) =>
        host.Service.Requests.Where(request => request.Action is Play).Select(request => request.OperationContext);

    private static IEnumerable<string> Heard(FlowHost host) => host.Service.Sent<Play>().Select(play => play.Prompts.Single().Description);
}
