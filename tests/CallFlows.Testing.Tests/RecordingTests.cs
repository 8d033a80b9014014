using System.Collections.Concurrent;
using System.Text;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Emulator.Phones;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Recordings;
using CallFlows.Testing.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Testing.Tests;

/// <summary>A recording over the whole path: emulator, HTTP, engine and back.</summary>
public sealed class RecordingTests
{
    private const string Line = "+14255550100";
    private const string Caller = "+14255550123";

    public sealed class CardLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Recording recording = await call.StartRecordingAsync();
            await recording.PauseAsync();
            Recognized card = await call.RecognizeAsync(new Actions.Recognize
            {
                Kind = RecognitionKind.Dtmf,
                Prompts = ["Please key in four digits."],
                MaxTones = 4,
            });
            await recording.ResumeAsync();
            await call.PlayAsync($"Thank you for {card.Tones.Count} digits.");
            await recording.StopAsync();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recording_IsPausedWhileDigitsAreAsked(bool replay)
    {
        await using CallFlowTestHost host = await CallFlowTestHost.StartAsync(
            flows => flows.Add<CardLine>(when => when.Called(Line)), options => options.ReplayAfterEveryEvent = replay);

        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create()
            .Calls(Line).Hears("four digits", HearPoint.End).Presses("1234").Hears("Thank you for 4", HearPoint.End).WaitsForHangUp());

        (await host.RunUntilAsync(caller.Completion)).Should().Match<PhoneScriptResult>(result => result.IsCompleted);
        OrchestrationPage page = await host.Orchestrations.QueryAsync(new OrchestrationQuery { Name = nameof(CardLine) });
        FlowOutput output = await host.RunUntilAsync(host.Flows.WaitAsync(page.Instances.Should().ContainSingle().Which.InstanceId));
        output.Outcome.Should().Be("completed");
        output.Calls[0].Entries.Select(entry => entry.Text).Should().ContainInOrder(
            "begins to record", "pauses the recording", "presses 1234", "resumes the recording", "Thank you for 4 digits.", "stops the recording");
        host.Emulator.Actions.Entries.Select(entry => entry.Action).Should().ContainInOrder(
            "StartRecording", "PauseRecording", "Recognize", "ResumeRecording", "Play", "StopRecording");
    }

    public sealed class MessageLine : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Recording recording = await call.StartRecordingAsync();
            await call.PlayAsync("Please leave a message.");
            await call.Ended;
            foreach (RecordingFile file in await recording.FilesAsync())
            {
                await call.Flow.RunAsync(new KeepMessage(file));
            }
        }
    }

    public sealed record KeepMessage(RecordingFile File) : IActivity<bool>;

    private sealed class Archive(IRecordingFiles files, Shelf shelf) : IActivityHandler<KeepMessage, bool>
    {
        public async Task<bool> HandleAsync(KeepMessage request, ActivityContext context, CancellationToken cancellationToken)
        {
            using MemoryStream sound = new();
            await files.DownloadToAsync(request.File.ContentLocation, sound, cancellationToken: cancellationToken);
            await files.DeleteAsync(request.File.DeleteLocation!, cancellationToken);
            shelf.Messages.Enqueue(sound.ToArray());
            return true;
        }
    }

    public sealed class Shelf
    {
        public ConcurrentQueue<byte[]> Messages { get; } = new();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Recording_AfterTheCall_IsFetchedKeptAndDeleted(bool replay)
    {
        Shelf shelf = new();
        await using CallFlowTestHost host = await CallFlowTestHost.StartAsync(
            flows =>
            {
                flows.Services.AddSingleton(shelf);
                flows.Add<MessageLine>(when => when.Called(Line)).AddActivity<Archive>();
            },
            options => options.ReplayAfterEveryEvent = replay);

        PhoneRun caller = host.Phone(Caller).Run(PhoneScript.Create()
            .Calls(Line).Hears("leave a message", HearPoint.End).WaitsFor(TimeSpan.FromSeconds(30)).HangsUp());

        (await host.RunUntilAsync(caller.Completion)).Should().Match<PhoneScriptResult>(result => result.IsCompleted);
        OrchestrationPage page = await host.Orchestrations.QueryAsync(new OrchestrationQuery { Name = nameof(MessageLine) });
        await host.RunUntilAsync(host.Flows.WaitAsync(page.Instances.Should().ContainSingle().Which.InstanceId));
        byte[] sound = shelf.Messages.Should().ContainSingle().Subject;
        Encoding.ASCII.GetString(sound, 0, 4).Should().Be("RIFF");
        TimeSpan length = TimeSpan.FromSeconds((sound.Length - 44) / 32_000.0);
        length.Should().BeCloseTo(TimeSpan.FromSeconds(32), TimeSpan.FromSeconds(2));
    }
}
