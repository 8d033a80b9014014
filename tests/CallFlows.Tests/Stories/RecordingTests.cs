using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Recordings;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class RecordingTests
{
    private sealed class TakesACardNumber : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Recording recording = await call.StartRecordingAsync();
            await NoteAsync(call, recording);
            await recording.PauseAsync();
            await call.PlayAsync("Now key in your card number.");
            await NoteAsync(call, recording);
            await recording.ResumeAsync();
            await NoteAsync(call, recording);
            await recording.StopAsync();
            await recording.StopAsync();
            await NoteAsync(call, recording);
        }

        private static Task NoteAsync(Call call, Recording recording) =>
            call.Flow.NoteAsync($"{recording.Id} {recording.State}{(recording.IsStopped ? ", stopped" : "")}");
    }

    [Theory, BothWays]
    public async Task Recording_PausedResumedAndStopped_SaysSo(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<TakesACardNumber>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("recording-1 Active", "recording-1 Inactive", "recording-1 Active", "recording-1 Inactive, stopped");
        host.Service.ActionNames.Should().Equal(
            "AnswerCall", "StartRecording", "PauseRecording", "Play", "ResumeRecording", "StopRecording", "HangUpCall");
        host.Service.Sent<StartRecording>()[0].ServerCallId.Should().Be("server-connection-1");
        output.Calls[0].Entries.Select(entry => entry.Text).Should().ContainInOrder(
            "begins to record", "pauses the recording", "Now key in your card number.", "resumes the recording", "stops the recording");
    }

    private sealed class Records : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Recording recording = await call.StartRecordingAsync();
            await call.Flow.NoteAsync($"{recording.State} since {recording.StartedAt:HH:mm} after {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds:0} s");
        }
    }

    [Theory, BothWays]
    public async Task Recording_WhoseEventsComeBeforeTheAnswer_HasBegun(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Records>(execution);
        host.Service.Next<StartRecording>(Behave.WithBeforeTheAnswer(
            new RecordingStateChanged { RecordingId = "recording-1", State = RecordingState.Active, StartDateTime = FlowHost.Start, CallConnectionId = "recorder-1" }));

        await host.RunAsync();

        host.Notes.Should().Equal("Active since 09:00 after 1 s");
    }

    [Theory, BothWays]
    public async Task Recording_WhoseEventsAreLost_IsAskedAfter(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Records>(execution);
        host.Service.Next<StartRecording>(action =>
        {
            action.Call.Recording = RecordingState.Active;
            return Task.FromResult(action.Accept());
        });

        await host.RunAsync();

        host.Notes.Should().Equal("Active since  after 16 s");
        host.Service.ActionNames.Should().Equal("AnswerCall", "StartRecording", "GetRecordingState", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Recording_ThatNeverBegins_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Records>(execution);
        host.Service.Next<StartRecording>(Behave.Silently);
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Contain("StartRecording").And.Contain("still inactive");
    }

    [Theory, BothWays]
    public async Task Recording_ThatFailsToStart_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Records>(execution);
        host.Service.Next<StartRecording>(Behave.With(
            new StartRecordingFailed { RecordingId = "recording-1", CallConnectionId = "recorder-1", Result = new ResultInformation(500, 8553, "No recorder.") }));
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Contain("StartRecording").And.Contain("No recorder.");
    }

    [Theory, BothWays]
    public async Task Caller_HangsUpWhileTheRecordingBegins_EndsTheFlow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Records>(execution);
        host.Service.Next<StartRecording>(Behave.ThenTheyHangUp);

        (await host.RunAsync()).Outcome.Should().Be("caller hung up");
    }

    private sealed class RecordsNothingYet : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Recording recording = await call.StartRecordingAsync(new RecordingOptions
            {
                PauseOnStart = true,
                Channel = RecordingChannel.Unmixed,
                ParticipantOrder = [incoming.From],
            });
            await call.Flow.NoteAsync(recording.State.ToString());
            await recording.StopAsync();
            await recording.ResumeAsync();
        }
    }

    [Theory, BothWays]
    public async Task Recording_BegunPaused_WaitsForItsResume(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RecordsNothingYet>(execution);
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        host.Notes.Should().Equal("Inactive");
        failure.Message.Should().Be("The recording was stopped; it can't go on. Start another one.");
    }

    [Theory]
    [InlineData(RecordingContent.AudioVideo, RecordingChannel.Mixed, RecordingFormat.Wav, 0)]
    [InlineData(RecordingContent.AudioVideo, RecordingChannel.Unmixed, RecordingFormat.Mp4, 0)]
    [InlineData(RecordingContent.Audio, RecordingChannel.Unmixed, RecordingFormat.Mp3, 0)]
    [InlineData(RecordingContent.Audio, RecordingChannel.Mixed, RecordingFormat.Mp4, 0)]
    [InlineData(RecordingContent.Audio, RecordingChannel.Mixed, RecordingFormat.Wav, 1)]
    [InlineData(RecordingContent.Audio, RecordingChannel.Unmixed, RecordingFormat.Wav, 5)]
    public void Recording_TheServiceDoesNotMake_IsRefused(RecordingContent content, RecordingChannel channel, RecordingFormat format, int ownChannel)
    {
        RecordingOptions options = new()
        {
            Content = content,
            Channel = channel,
            Format = format,
            ChannelAffinity = ownChannel == 0 ? [] : [new ChannelAffinity(FlowHost.CallerNumber, ownChannel)],
        };

        FluentActions.Invoking(() => RecordingRules.Check(options)).Should().Throw<ArgumentException>();
    }
}
