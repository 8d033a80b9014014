using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Prompts;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class CancellationTests
{
    private sealed class StopsTheMusic : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            using CancellationTokenSource silence = new();
            Task<PlayOutcome> music = call.PlayLoopAsync("La la la.", silence.Token);
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(10));
            silence.Cancel();
            string end;
            try
            {
                end = (await music).ToString();
            }
            catch (Exception exception) when (exception is OperationCanceledException or CallActionException or CallEndedException)
            {
                end = exception.GetType().Name;
            }

            double seconds = (call.Flow.UtcNow - FlowHost.Start).TotalSeconds;
            await call.Flow.DelayAsync(TimeSpan.FromMinutes(5));
            await call.Flow.NoteAsync(FormattableString.Invariant($"{end} at {seconds}"));
        }
    }

    [Theory, BothWays]
    public async Task PlayLoop_Cancelled_IsBrokenOffAndEndsOnceItIsSilent(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsTheMusic>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("OperationCanceledException at 10.7");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "CancelAllMedia", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task PlayLoop_CancelledAsTheCallerHangsUp_EndsWithTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsTheMusic>(execution);
        host.Service.Next<CancelAllMedia>(action =>
        {
            action.Call.TheyHangUp(TimeSpan.FromSeconds(1));
            return Behave.Refuse(404, code: "8522")(action);
        });

        (await host.RunAsync()).Outcome.Should().Be("completed");

        host.Notes.Should().Equal("CallEndedException at 11.5");
    }

    [Theory, BothWays]
    public async Task PlayLoop_CancellingIsRefused_ThrowsTheServicesError(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsTheMusic>(execution);
        host.Service.Next<CancelAllMedia>(Behave.Refuse(400, 8501));

        (await host.RunAsync()).Outcome.Should().Be("completed");

        host.Notes.Should().Equal("CallActionException at 10.5");
    }

    [Theory, BothWays]
    public async Task PlayLoop_CancelledAndItsEndIsLost_IsCancelledAtTheNextCheck(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsTheMusic>(execution);
        host.Service.Next<CancelAllMedia>(Behave.Silently);

        await host.RunAsync();

        host.Notes.Should().ContainSingle().Which.Should().StartWith("OperationCanceledException at ");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "CancelAllMedia", "GetCallProperties", "HangUpCall");
    }

    private sealed class StopsAsking : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            using CancellationTokenSource enough = new();
            Task<Choice> asking = call.AskAsync(Menu.Say("One?").Option("one", Tone.One), enough.Token);
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(1));
            enough.Cancel();
            try
            {
                await asking;
            }
            catch (OperationCanceledException)
            {
                await call.Flow.NoteAsync("stopped asking");
            }
        }
    }

    [Theory, BothWays]
    public async Task Menu_Cancelled_IsBrokenOffAndNotAskedAgain(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StopsAsking>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("stopped asking");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Recognize", "CancelAllMedia", "HangUpCall");
    }

    private sealed class CancelsBeforehand : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            try
            {
                await call.PlayAsync("Never heard.", new CancellationToken(canceled: true));
            }
            catch (OperationCanceledException)
            {
                await call.Flow.NoteAsync("cancelled");
            }
        }
    }

    [Theory, BothWays]
    public async Task Play_CancelledBeforehand_IsNeverSent(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CancelsBeforehand>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("cancelled");
        host.Service.ActionNames.Should().Equal("AnswerCall", "HangUpCall");
    }

    private sealed class WorksWithMusic : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            try
            {
                string answer = await call.MeanwhileHearing("La la la.", LookUpAsync(incoming.Flow));
                await call.Flow.NoteAsync(FormattableString.Invariant($"{answer} at {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds}"));
            }
            catch (TaskFailedException exception)
            {
                await call.Flow.NoteAsync(FormattableString.Invariant($"{exception.Failure.Message} at {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds}"));
            }

            await call.PlayAsync("That was all.");
        }

        private static async Task<string> LookUpAsync(FlowContext flow)
        {
            string answer = await flow.WaitForSignalAsync<string>("answer");
            if (answer == "fail")
            {
                await flow.RunAsync(new Breakage("Not found."));
            }

            return answer;
        }
    }

    [Theory, BothWays]
    public async Task MeanwhileHearing_WorkEnds_StopsTheMusicFirst(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WorksWithMusic>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(20));
        await host.SignalAsync("answer", "order 17");

        await host.EndAsync();

        host.Notes.Should().Equal("order 17 at 20.2");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "CancelAllMedia", "Play", "HangUpCall");
        host.Service.Sent<Play>()[0].Should().BeEquivalentTo(new Play(["La la la."], Loop: true));
    }

    [Theory, BothWays]
    public async Task MeanwhileHearing_WorkFails_StopsTheMusicFirst(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WorksWithMusic>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(20));
        await host.SignalAsync("answer", "fail");

        (await host.EndAsync()).Outcome.Should().Be("completed");

        host.Notes.Should().Equal("Not found. at 20.2");
    }

    [Theory, BothWays]
    public async Task MeanwhileHearing_CallerHangsUp_EndsAtOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WorksWithMusic>(execution);
        host.Service.Next<Play>(Behave.ThenTheyHangUp);

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("caller hung up");
        host.Notes.Should().BeEmpty();
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play");
    }

    public static TheoryData<Execution, bool> UnplayableMusic() => new()
    {
        { Execution.Kept, true }, { Execution.Kept, false }, { Execution.Replayed, true }, { Execution.Replayed, false },
    };

    [Theory]
    [MemberData(nameof(UnplayableMusic))]
    public async Task MeanwhileHearing_MusicCannotBePlayed_WorksInSilence(Execution execution, bool refused)
    {
        await using FlowHost host = await FlowHost.StartAsync<WorksWithMusic>(execution);
        host.Service.Next<Play>(refused ? Behave.Refuse(400, 8535, message: "bad file") : Behave.With(new PlayFailed { Result = Results.BadFile }));
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(20));
        await host.SignalAsync("answer", "order 17");

        FlowOutput output = await host.EndAsync();

        host.Notes.Should().Equal("order 17 at 20");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "Play", "HangUpCall");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Kind == TranscriptKind.Error)
            .Which.Text.Should().StartWith("Play failed: ").And.Contain("8535");
    }

    [Theory, BothWays]
    public async Task MeanwhileHearing_CallerHangsUpInTheSilence_EndsAtOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WorksWithMusic>(execution);
        host.Service.Next<Play>(action =>
        {
            action.Call.TheyHangUp(TimeSpan.FromSeconds(5));
            return Behave.Refuse(400, 8535)(action);
        });

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("caller hung up");
        host.Notes.Should().BeEmpty();
    }

    private sealed class WorksQuickly : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.NoteAsync(await call.MeanwhileHearing(Prompt.File("https://example.com/hold.wav"), Task.FromResult("done")));
        }
    }

    [Theory, BothWays]
    public async Task MeanwhileHearing_WorkIsDoneAlready_PlaysNothing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WorksQuickly>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("done");
        host.Service.Sent<Play>().Should().BeEmpty();
    }
}
