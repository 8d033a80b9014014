using System.Collections.Concurrent;
using CallFlows.CallAutomation.Streams;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Streams;
using CallFlows.Flows;
using CallFlows.Streams;
using CallFlows.Testing.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests;

/// <summary>Streams over the whole path: a phone speaks, the application hears it on a web socket, tells the flow, and speaks back.</summary>
public sealed class StreamTests
{
    private const string Line = "+14255550100";
    private const string Caller = "+14255550123";

    public sealed record Heard(string Text);

    /// <summary>Where the application takes streams; known when it listens.</summary>
    public sealed class Place
    {
        public Uri? Url { get; set; }
    }

    public sealed record FindPlace : IActivity<Uri>;

    public sealed class FindPlaceHandler(Place place) : IActivityHandler<FindPlace, Uri>
    {
        public Task<Uri> HandleAsync(FindPlace request, ActivityContext context, CancellationToken cancellationToken) =>
            Task.FromResult(place.Url!);
    }

    public sealed class ListeningLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Uri place = await incoming.Flow.RunAsync(new FindPlace());
            Call call = await incoming.AnswerAsync(
                mediaStreaming: new(new Uri(place, $"/sound?flow={incoming.Flow.InstanceId}"))
                {
                    StartMediaStreaming = true,
                    EnableBidirectional = true,
                    EnableDtmfTones = true,
                },
                transcription: new(new Uri(place, $"/text?flow={incoming.Flow.InstanceId}"), "en-US") { EnableIntermediateResults = true });
            await call.MediaStreaming!.UntilAsync(StreamStatus.Active);
            await call.StartTranscriptionAsync();
            await call.PlayAsync("What would you like?");
            Heard wish = await incoming.Flow.WaitForSignalAsync<Heard>();
            await call.UpdateTranscriptionAsync("es-ES");
            await call.PlayAsync($"You said {wish.Text}.");
            await call.StopTranscriptionAsync();
            await call.StopMediaStreamingAsync();
        }
    }

    [Theory, BothWays]
    public async Task Streams_OfAPhoneThatSpeaks_AreHeardAndAnswered(bool replay)
    {
        Place place = new();
        ConcurrentQueue<StreamingData> sound = new();
        ConcurrentQueue<TranscriptionData> texts = new();
        CallFlowTestHost? host = null;
        await using CallFlowTestHost started = await CallFlowTestHost.StartAsync(
            flows => flows.Add<ListeningLine>(when => when.Called(Line)).AddActivity<FindPlaceHandler>(),
            options =>
            {
                options.ReplayAfterEveryEvent = replay;
                options.Services = services => services.AddSingleton(place);
                options.Endpoints = endpoints =>
                {
                    endpoints.MapCallStream("/sound", async (stream, token) =>
                    {
                        await foreach (StreamingData data in stream.ReadAsync(token))
                        {
                            sound.Enqueue(data);
                            if (data is DtmfData)
                            {
                                await stream.SendAudioAsync(new byte[6400], token);
                            }
                        }
                    });
                    endpoints.MapCallStream("/text", async (stream, token) =>
                    {
                        await foreach (TranscriptionData data in stream.ReadAsync(token).OfType<TranscriptionData>())
                        {
                            texts.Enqueue(data);
                            if (data.ResultState == TranscriptionResultState.Final)
                            {
                                await host!.Flows.SignalAsync(stream.Parameters["flow"], new Heard(data.Text));
                            }
                        }
                    });
                };
            });
        host = started;
        place.Url = new UriBuilder(host.Url) { Scheme = "ws" }.Uri;

        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create()
            .Calls(Line).Hears("What would you like", HearPoint.End).Presses("5").Says("green tea").Hears("You said green tea", HearPoint.End).WaitsForHangUp());

        (await host.RunUntilAsync(caller.Completion)).Should().Match<PhoneScriptResult>(result => result.IsCompleted);
        OrchestrationPage page = await host.Orchestrations.QueryAsync(new OrchestrationQuery());
        FlowOutput output = await host.RunUntilAsync(host.Flows.WaitAsync(page.Instances.Should().ContainSingle().Which.InstanceId));
        output.Outcome.Should().Be("completed");
        output.Calls[0].Entries.Select(entry => entry.Text).Should().ContainInOrder(
            "the stream of sound runs: subscriptionStarted", "the transcription runs: subscriptionStarted", "You said green tea.",
            "the transcription stops: subscriptionStopped", "the stream of sound stops: subscriptionStopped");

        sound.First().Should().BeOfType<AudioMetadata>().Which.SampleRate.Should().Be(16000);
        sound.OfType<DtmfData>().Should().ContainSingle().Which.Data.Should().Be("5");
        sound.OfType<AudioData>().Should().Contain(frame => !frame.IsSilent).And.OnlyContain(frame => frame.Data.Length == 640);
        texts.Select(text => text.Text).Should().Equal("green", "green tea");
        EmulatedStream stream = host.Emulator.Streams.All.Single(each => each.Kind == EmulatedStreamKind.Media);
        stream.Played.Length.Should().Be(6400);
        stream.FramesLost.Should().Be(0);
        texts.Last().Participant!.RawId.Should().Be("4:" + Caller);
    }

    public sealed class Watchful : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Uri place = await incoming.Flow.RunAsync(new FindPlace());
            Call call = await incoming.AnswerAsync(mediaStreaming: new(new Uri(place, "/nowhere")));
            string told;
            try
            {
                await call.StartMediaStreamingAsync();
                told = "It works.";
            }
            catch (Actions.CallActionException exception)
            {
                told = exception.Error.Message;
            }

            await call.PlayAsync(told);
        }
    }

    [Theory, BothWays]
    public async Task Stream_ThatCannotBeConnected_FailsInTheFlow(bool replay)
    {
        Place place = new();
        await using CallFlowTestHost host = await CallFlowTestHost.StartAsync(
            flows => flows.Add<Watchful>(when => when.Called(Line)).AddActivity<FindPlaceHandler>(),
            options =>
            {
                options.ReplayAfterEveryEvent = replay;
                options.Services = services => services.AddSingleton(place);
            });
        place.Url = new UriBuilder(host.Url) { Scheme = "ws" }.Uri;

        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create()
            .Calls(Line).Hears("initialWebSocketConnectionFailed", HearPoint.End).WaitsForHangUp());

        (await host.RunUntilAsync(caller.Completion)).Should().Match<PhoneScriptResult>(result => result.IsCompleted);
    }
}
