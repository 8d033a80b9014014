using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class ToneTests
{
    private sealed class HearsKeys : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await using ToneStream keys = await call.StartContinuousDtmfAsync();
            await call.PlayAsync("Press what you like.");
            while (await keys.NextAsync(within: TimeSpan.FromSeconds(10)) is { } key)
            {
                await call.Flow.NoteAsync(key.ToString());
            }

            await call.Flow.NoteAsync("silence");
        }
    }

    private static ContinuousDtmfRecognitionToneReceived Key(int number, Tone tone, string? context = "cf-2") =>
        new() { SequenceId = number, Tone = tone, OperationContext = context, Result = Results.Fine };

    private static async Task PressAsync(FlowHost host, params ContinuousDtmfRecognitionToneReceived[] keys)
    {
        foreach (ContinuousDtmfRecognitionToneReceived key in keys)
        {
            await host.Service.Call.RaiseAsync(key);
        }
    }

    private static async Task<FlowHost> ListeningAsync<TFlow>(Execution execution)
        where TFlow : InboundCallFlow
    {
        FlowHost host = await FlowHost.StartAsync<TFlow>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(2));
        return host;
    }

    [Theory, BothWays]
    public async Task Keys_PressedWhileAPromptPlays_AreKeptInOrder(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<HearsKeys>(execution);
        await PressAsync(host, Key(1, Tone.Four), Key(2, Tone.Two), Key(3, Tone.Pound));

        FlowOutput output = await host.EndAsync();

        host.Notes.Should().Equal("Four", "Two", "Pound", "silence");
        host.Service.ActionNames.Should().Equal(
            "AnswerCall", "StartContinuousDtmfRecognition", "Play", "StopContinuousDtmfRecognition", "HangUpCall");
        output.Calls[0].Entries.Select(entry => entry.Text).Should().Contain(["presses 4", "presses 2", "presses #"]);
    }

    [Theory, BothWays]
    public async Task Keys_ReportedTwiceAndOutOfOrder_ComeOnceAndInOrder(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<HearsKeys>(execution);
        await PressAsync(host, Key(2, Tone.Two), Key(1, Tone.One), Key(1, Tone.One), Key(3, Tone.Three), Key(2, Tone.Two));

        await host.EndAsync();

        host.Notes.Should().Equal("One", "Two", "Three", "silence");
    }

    [Theory, BothWays]
    public async Task Key_ThatIsNeverReported_HoldsTheNextOnesUpForAMoment(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<HearsKeys>(execution);
        await host.PassAsync(TimeSpan.FromSeconds(3));
        await PressAsync(host, Key(1, Tone.One), Key(3, Tone.Three));
        await host.PassAsync(TimeSpan.FromSeconds(1));
        host.Notes.Should().Equal("One");

        await host.EndAsync();

        host.Notes.Should().Equal("One", "Three", "silence");
    }

    [Theory, BothWays]
    public async Task Keys_WithoutOperationContext_AreTheOnlyStreams(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<HearsKeys>(execution);
        await PressAsync(host, Key(0, Tone.Zero, context: null), Key(1, Tone.One, context: null), Key(2, Tone.Two, context: "cf-99"));

        await host.EndAsync();

        host.Notes.Should().Equal("Zero", "One", "silence");
    }

    [Theory, BothWays]
    public async Task Caller_HangsUpWhileKeysAreAwaited_EndsTheFlow(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<HearsKeys>(execution);
        await PressAsync(host, Key(1, Tone.One));
        host.Service.Call.TheyHangUp(TimeSpan.FromSeconds(5));

        (await host.EndAsync()).Outcome.Should().Be("caller hung up");
        host.Notes.Should().Equal("One");
        host.Service.ActionNames.Should().NotContain("StopContinuousDtmfRecognition");
    }

    [Theory, BothWays]
    public async Task Listening_ThatFails_ThrowsAtTheNextKey(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<HearsKeys>(execution);
        await PressAsync(host, Key(1, Tone.One));
        await host.Service.Call.RaiseAsync(new ContinuousDtmfRecognitionToneFailed { OperationContext = "cf-2", Result = new ResultInformation(500, 9999, "Unknown.") });

        FailureDetails failure = await host.FailureAsync();

        failure.ErrorType.Should().Be(typeof(CallActionException).FullName);
        failure.Message.Should().Contain("StartContinuousDtmfRecognition").And.Contain("Unknown.");
        host.Notes.Should().Equal("One");
    }

    private sealed class StopsAndAsks : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            ToneStream keys = await call.StartContinuousDtmfAsync();
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(5));
            await keys.StopAsync();
            await keys.StopAsync();
            await call.Flow.NoteAsync((await keys.NextAsync()).ToString());
            await keys.NextAsync();
        }
    }

    [Theory, BothWays]
    public async Task Keys_AfterListeningWasStopped_CanStillBeTakenAndThenNoMore(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<StopsAndAsks>(execution);
        await PressAsync(host, Key(2, Tone.Two));

        FailureDetails failure = await host.FailureAsync();

        failure.Message.Should().Be("Listening for the keys of +1425•••0123 was stopped; start it again to hear more.");
        host.Notes.Should().Equal("Two");
        host.Service.Sent<StopContinuousDtmfRecognition>().Should().ContainSingle();
    }

    private sealed class ListensTwice : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.StartContinuousDtmfAsync();
            await call.StartContinuousDtmfAsync();
        }
    }

    [Theory, BothWays]
    public async Task Listening_Twice_IsRefused(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ListensTwice>(execution);
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Be("The flow listens for the keys of +1425•••0123 already; stop that stream first.");
    }

    private sealed class GivesUpAndListensOn : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            ToneStream keys = await call.StartContinuousDtmfAsync();
            using CancellationTokenSource enough = new();
            Task<Tone> first = keys.NextAsync(enough.Token);
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(1));
            enough.Cancel();
            await Task.WhenAny(first);
            await call.Flow.NoteAsync(first.IsCanceled ? "gave up" : "heard");
            await call.Flow.NoteAsync((await keys.NextAsync()).ToString());
        }
    }

    [Theory, BothWays]
    public async Task Key_AfterSomebodyGaveUpWaiting_IsNotLost(Execution execution)
    {
        await using FlowHost host = await ListeningAsync<GivesUpAndListensOn>(execution);
        await PressAsync(host, Key(1, Tone.Nine));

        await host.EndAsync();

        host.Notes.Should().Equal("gave up", "Nine");
    }

    private sealed class SendsKeys : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.Flow.NoteAsync((await call.SendDtmfTonesAsync("12#")).ToString());
        }
    }

    [Theory, BothWays]
    public async Task Tones_Sent_ReachTheOtherParty(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<SendsKeys>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Completed");
        SendDtmfTones sent = host.Service.Sent<SendDtmfTones>().Should().ContainSingle().Which;
        sent.Participant.Should().Be(FlowHost.CallerNumber);
        sent.Tones.Should().Equal(Tone.One, Tone.Two, Tone.Pound);
        output.Calls[0].Entries.Should().Contain(entry => entry.Text == "sends 12#");
    }

    [Theory, BothWays]
    public async Task Tones_ThatCantBeSent_Throw(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<SendsKeys>(execution);
        host.Service.Next<SendDtmfTones>(Behave.With(new SendDtmfTonesFailed { Result = new ResultInformation(500, 9999, "No line.") }));
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Contain("SendDtmfTones").And.Contain("No line.");
    }

    [Theory, BothWays]
    public async Task Tones_WhoseAnswerIsLost_AreNotSentAgainWhenTheirEventComes(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<SendsKeys>(execution);
        host.Service.Next<SendDtmfTones>(Behave.LosingTheAnswer(Behave.Usually));

        await host.RunAsync();

        host.Notes.Should().Equal("Completed");
        host.Service.ActionNames.Should().Equal("AnswerCall", "SendDtmfTones", "HangUpCall");
    }

    private sealed class SendsTooMany : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.SendDtmfTonesAsync("1234567890123456789");
        }
    }

    [Theory, BothWays]
    public async Task Tones_MoreThanTheServiceTakes_AreRefusedBeforeTheyAreSent(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<SendsTooMany>(execution);
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().StartWith("The service sends 1 to 18 tones at once; these are 19.");
        host.Service.ActionNames.Should().Equal("AnswerCall", "HangUpCall");
    }
}
