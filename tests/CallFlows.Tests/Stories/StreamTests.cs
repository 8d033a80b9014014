using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Streams;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class StreamTests
{
    private static readonly MediaStreamingOptions Sound = new(new Uri("wss://app.example/sound"));
    private static readonly TranscriptionOptions Text = new(new Uri("wss://app.example/text"), "en-US") { EnableIntermediateResults = true };

    private sealed class StreamsBoth : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync(mediaStreaming: Sound, transcription: Text);
            await NoteAsync(call, null);
            await NoteAsync(call, await call.StartMediaStreamingAsync());
            await NoteAsync(call, await call.StartTranscriptionAsync("de-DE", "model-1"));
            await NoteAsync(call, await call.UpdateTranscriptionAsync("es-ES"));
            await NoteAsync(call, await call.StopTranscriptionAsync());
            await NoteAsync(call, await call.StopMediaStreamingAsync());
        }

        private static Task NoteAsync(Call call, StreamReport? report) =>
            call.Flow.NoteAsync($"{call.MediaStreaming!.Status} {call.Transcription!.Status} {report?.StatusDetails} {report?.Result?.Code}".TrimEnd());
    }

    [Theory, BothWays]
    public async Task Streams_StartedChangedAndStopped_SaySo(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StreamsBoth>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal(
            "Inactive Inactive",
            "Active Inactive subscriptionStarted 200",
            "Active Active subscriptionStarted 200",
            "Active Active transcriptionLocaleUpdated 200",
            "Active Stopped subscriptionStopped 200",
            "Stopped Stopped subscriptionStopped 200");
        AnswerCall answer = host.Service.Sent<AnswerCall>()[0];
        answer.MediaStreaming.Should().Be(Sound);
        answer.Transcription.Should().Be(Text);
        host.Service.Sent<StartTranscription>().Should().Equal(new StartTranscription("de-DE", "model-1"));
        host.Service.Sent<UpdateTranscription>().Should().Equal(new UpdateTranscription("es-ES"));
        output.Calls[0].Entries.Select(entry => entry.Text).Should().ContainInOrder(
            "the stream of sound runs: subscriptionStarted", "the transcription runs: subscriptionStarted", "the transcription stops: subscriptionStopped",
            "the stream of sound stops: subscriptionStopped");
    }

    private sealed class WatchesItsStream : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync(mediaStreaming: Sound with { StartMediaStreaming = true });
            await call.MediaStreaming!.UntilAsync(StreamStatus.Active);
            Task<StreamReport> failed = call.MediaStreaming.UntilAsync(StreamStatus.Failed);
            Task<PlayOutcome> playing = call.PlayLoopAsync("Please wait.");
            await Task.WhenAny(failed, playing);
            StreamReport report = await failed;
            await call.Flow.NoteAsync($"{call.MediaStreaming.Status}: {report.StatusDetails} {report.Result?.Code}");
            await call.MediaStreaming.UntilAsync(StreamStatus.Active);
            await call.Flow.NoteAsync($"{call.MediaStreaming.Status}: {call.MediaStreaming.StatusDetails}");
        }
    }

    [Theory, BothWays]
    public async Task Stream_ThatFailsInTheMiddle_ReachesTheFlow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<WatchesItsStream>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(5));
        await host.Service.Call.RaiseAsync(new MediaStreamingStarted { StatusDetails = "subscriptionStarted", Result = Results.Done });
        await host.PassAsync(TimeSpan.FromSeconds(5));
        await host.Service.Call.RaiseAsync(new MediaStreamingFailed { StatusDetails = "streamConnectionInterrupted", Result = Results.Unreachable });
        await host.Service.Call.RaiseAsync(new MediaStreamingStarted { StatusDetails = "streamConnectionReestablished", Result = Results.Done });

        FlowOutput output = await host.EndAsync();

        host.Notes.Should().Equal("Failed: streamConnectionInterrupted 500", "Active: streamConnectionReestablished");
        output.Calls[0].Entries.Select(entry => entry.Text).Should().ContainInOrder(
            "the stream of sound fails: streamConnectionInterrupted", "the stream of sound runs: streamConnectionReestablished");
    }

    private sealed class StartsItsStream : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync(mediaStreaming: Sound);
            try
            {
                StreamReport report = await call.StartMediaStreamingAsync();
                await call.Flow.NoteAsync($"confirmed: {report.IsConfirmed}, {call.MediaStreaming!.Status}");
            }
            catch (CallActionException exception)
            {
                await call.Flow.NoteAsync($"{exception.Error.Message}, {call.MediaStreaming!.Status}");
            }
        }
    }

    [Theory, BothWays]
    public async Task Start_ThatTheServiceCannotConnect_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StartsItsStream>(execution);
        host.Service.Next<StartMediaStreaming>(Behave.With(
            new MediaStreamingFailed { StatusDetails = "initialWebSocketConnectionFailed", Result = Results.Unreachable }));

        await host.RunAsync();

        host.Notes.Should().Equal("initialWebSocketConnectionFailed: Action failed., Failed");
    }

    [Theory, BothWays]
    public async Task Start_WhoseEventIsLost_IsUnconfirmed(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StartsItsStream>(execution);
        host.Service.Next<StartMediaStreaming>(Behave.Silently);

        await host.RunAsync();

        host.Notes.Should().Equal("confirmed: False, Inactive");
    }

    [Theory, BothWays]
    public async Task Start_WhoseAnswerIsLost_IsSentOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StartsItsStream>(execution);
        host.Service.Next<StartMediaStreaming>(Behave.LosingTheAnswer(Behave.Usually));

        await host.RunAsync();

        host.Notes.Should().Equal("confirmed: True, Active");
        host.Service.Sent<StartMediaStreaming>().Should().ContainSingle();
    }

    [Theory, BothWays]
    public async Task Start_CallEndsBefore_EndsTheFlow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<StartsItsStream>(execution);
        host.Service.Next<StartMediaStreaming>(Behave.ThenTheyHangUp);

        (await host.RunAsync()).Outcome.Should().Be("caller hung up");
    }

    public sealed record Round(int Number);

    private sealed class GoesOn : InboundCallFlow<Round>
    {
        protected override async Task RunAsync(IncomingCall incoming, Round? state)
        {
            if (incoming.Call is not { } call)
            {
                call = await incoming.AnswerAsync(mediaStreaming: Sound);
                await call.StartMediaStreamingAsync();
                ContinueAsNew(incoming, new Round(2));
                return;
            }

            await call.Flow.NoteAsync($"{call.MediaStreaming!.Status} {call.MediaStreaming.StatusDetails}, {call.Transcription is null}");
            await call.StopMediaStreamingAsync();
        }
    }

    [Theory, BothWays]
    public async Task Stream_OfAFlowThatContinuesAsNew_IsKnownStill(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<GoesOn>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("Active subscriptionStarted, True");
        host.Service.ActionNames.Should().Equal("AnswerCall", "StartMediaStreaming", "StopMediaStreaming", "HangUpCall");
    }

    private sealed class Forgetful : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            string[] told =
            [
                await TellAsync(() => incoming.AnswerAsync(mediaStreaming: new(new Uri("ws://app.example/sound")))),
                await TellAsync(() => incoming.AnswerAsync(mediaStreaming: new(new Uri("/sound", UriKind.Relative)))),
                await TellAsync(() => incoming.AnswerAsync(transcription: new(new Uri("wss://app.example/#text"), "en-US"))),
                await TellAsync(() => incoming.AnswerAsync(transcription: new(new Uri("ws://127.0.0.1/text"), "English, please"))),
                await TellAsync(() => incoming.Flow.DialAsync(CallEndpoint.User("8:acs:resource_agent"), mediaStreaming: new(new Uri("https://app.example/")))),
            ];
            Call call = await incoming.AnswerAsync(transcription: new(new Uri("ws://127.0.0.1:5000/text"), "en-US"));
            string[] later =
            [
                await TellAsync(() => call.StartMediaStreamingAsync()),
                await TellAsync(() => call.StopMediaStreamingAsync()),
                await TellAsync(() => call.UpdateTranscriptionAsync("")),
                await TellAsync(() => call.StartTranscriptionAsync("-")),
            ];
            foreach (string text in told.Concat(later))
            {
                await incoming.Flow.NoteAsync(text);
            }
        }

        private static async Task<string> TellAsync(Func<Task> act)
        {
            try
            {
                await act();
                return "done";
            }
            catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
            {
                return exception.Message;
            }
        }
    }

    [Theory, BothWays]
    public async Task Stream_ThatTheServiceDoesNotHave_IsRefusedBeforeAnythingIsSent(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Forgetful>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal(
            "TransportUri is no address that the service streams to: it must be wss, or ws on this machine; it is ws on app.example. (Parameter 'mediaStreaming')",
            "TransportUri is no address that the service streams to: it must be absolute, such as wss://example.com/streams. (Parameter 'mediaStreaming')",
            "TransportUri is no address that the service streams to: the address of a web socket has no fragment (#…). (Parameter 'transcription')",
            "Locale is 'English, please'; it must be a language, such as en-US. (Parameter 'transcription')",
            "TransportUri is no address that the service streams to: it must be wss, or ws on this machine; it is https on app.example. (Parameter 'mediaStreaming')",
            "StartMediaStreaming needs MediaStreamingOptions: give them when the call is answered or dialled.",
            "StopMediaStreaming needs MediaStreamingOptions: give them when the call is answered or dialled.",
            "Locale is ''; it must be a language, such as en-US. (Parameter 'locale')",
            "Locale is '-'; it must be a language, such as en-US. (Parameter 'locale')");
        host.Service.ActionNames.Should().Equal("AnswerCall", "HangUpCall");
    }

    private sealed class Dials : CallFlow<string, string>
    {
        protected override async Task<string> RunAsync(FlowContext flow, string input)
        {
            Dialed dialed = await flow.DialAsync(CallEndpoint.User("8:acs:resource_agent"), mediaStreaming: Sound, transcription: Text);
            await dialed.Call!.StartTranscriptionAsync();
            return $"{dialed.Call.MediaStreaming!.Status} {dialed.Call.Transcription!.Status}";
        }
    }

    [Theory, BothWays]
    public async Task DialledCall_WithStreams_HasThem(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync(execution, flows => flows.Add<Dials, string, string>());

        (await host.RunAsync<Dials, string, string>("")).Result.To<string>().Should().Be("Inactive Active");

        host.Service.Sent<CreateCall>()[0].Should().BeEquivalentTo(
            new CreateCall([CallEndpoint.User("8:acs:resource_agent")], MediaStreaming: Sound, Transcription: Text));
    }
}
