using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Recordings;
using CallFlows.ServiceEvents;
using CallFlows.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace CallFlows.Tests.Stories;

/// <summary>What Event Grid reports, on its way to the flow it is about and to the application's handlers.</summary>
public sealed class ServiceEventTests
{
    private const string ServerCall = "server-connection-1";

    private sealed class KeepsItsRecording : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Recording recording = await call.StartRecordingAsync();
            await call.HangUpAsync();
            IReadOnlyList<RecordingFile> files = await recording.FilesAsync();
            await call.Flow.NoteAsync($"{string.Join(' ', files.Select(file => file.DocumentId))} after {(call.Flow.UtcNow - FlowHost.Start).TotalHours:0} h");
        }
    }

    [Theory, BothWays]
    public async Task RecordingFiles_HoursAfterTheCall_ReachTheFlowThatRecorded(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<KeepsItsRecording>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromHours(5));

        ServiceEventReceipt receipt = await host.Flows.ReceiveAsync("e1", Files("CallEnded", 0, "d0"));
        await host.EndAsync();

        receipt.Handlers.Should().Be(0);
        receipt.Flows.Should().Equal(host.InstanceId);
        host.Notes.Should().Equal("d0 after 5 h");
    }

    [Theory, BothWays]
    public async Task RecordingFiles_InSeveralEventsOutOfOrderAndTwice_AreGivenOnceInOrder(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<KeepsItsRecording>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromMinutes(1));

        await host.Flows.ReceiveAsync("e2", Files("SessionStillOngoing", 1, "d1"));
        await host.Flows.ReceiveAsync("e1", Files("SessionStillOngoing", 0, "d0"));
        await host.Flows.ReceiveAsync("e1", Files("SessionStillOngoing", 0, "d0"));
        await host.Flows.ReceiveAsync("e4", Files("SessionStillOngoing", 1, "d1"));
        await host.PassAsync(TimeSpan.FromMinutes(1));
        host.Notes.Should().BeEmpty();
        await host.Flows.ReceiveAsync("e3", Files("CallEnded", 2, "d2"));
        await host.EndAsync();

        host.Notes.Should().Equal("d0 d1 d2 after 0 h");
    }

    [Theory, BothWays]
    public async Task RecordingFiles_ThatNeverCome_SayWhatToLookAt(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<KeepsItsRecording>(execution);
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Contain("recording-1").And.Contain("1.00:00:00").And.Contain("Event Grid subscription");
    }

    [Fact]
    public async Task RecordingFiles_OfSomebodyElsesRecording_ReachNobody()
    {
        await using FlowHost host = await FlowHost.StartAsync<KeepsItsRecording>(Execution.Kept);

        ServiceEventReceipt receipt = await host.Flows.ReceiveAsync("e1", Files("CallEnded", 0, "d0"));

        receipt.Should().BeEquivalentTo(new ServiceEventReceipt(0, []));
    }

    private sealed class ReadsTheReport : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            CallReportStream reports = await call.ListenToReportsAsync();
            CallReportStream same = await call.ListenToReportsAsync();
            await call.HangUpAsync();
            CallReport? first = await reports.NextAsync(TimeSpan.FromHours(1));
            CallEnded? ended = await same.NextAsync<CallEnded>(TimeSpan.FromHours(2));
            await call.Flow.NoteAsync($"{first?.GetType().Name}, {ended?.Duration}, {await reports.NextAsync(TimeSpan.FromMinutes(1)) is null}");
        }
    }

    [Theory, BothWays]
    public async Task Reports_OfACallThatIsOver_ReachTheFlowThatListens(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ReadsTheReport>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromMinutes(50));

        await host.Flows.ReceiveAsync("e1", new CallParticipantAdded { ServerCallId = ServerCall });
        await host.Flows.ReceiveAsync("e2", new CallParticipantRemoved { ServerCallId = ServerCall });
        await host.Flows.ReceiveAsync("e3", new CallEnded { ServerCallId = "another" });
        await host.PassAsync(TimeSpan.FromMinutes(90));
        await host.Flows.ReceiveAsync("e4", new CallEnded { ServerCallId = ServerCall, Duration = TimeSpan.FromSeconds(7) });
        await host.EndAsync();

        host.Notes.Should().Equal("CallParticipantAdded, 00:00:07, True");
    }

    [Theory, BothWays]
    public async Task Reports_ThatNeverCome_AreNotWaitedForTooLong(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ReadsTheReport>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal(", , True");
    }

    private sealed class HearsPreviews : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("One moment.");
            UnknownCallEvent? first = await call.NextUnknownEventAsync(TimeSpan.FromMinutes(1));
            UnknownCallEvent? none = await call.NextUnknownEventAsync(TimeSpan.FromMinutes(1));
            await call.Flow.NoteAsync($"{first?.Type} {first?.Data}, {none is null}");
        }
    }

    [Theory, BothWays]
    public async Task CallbackOfAnUnknownType_IsKeptForTheFlowAsItCame(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HearsPreviews>(execution);
        await host.RingAsync();
        await host.PassAsync(TimeSpan.FromSeconds(1));

        await host.Flows.ReceiveAsync(host.InstanceId, "u1", new UnknownCallEvent
        {
            CallConnectionId = "connection-1",
            Type = "Microsoft.Communication.HoldAudioStarted",
            Data = Payload.Parse("""{"callConnectionId":"connection-1"}"""),
        });
        await host.EndAsync();

        host.Notes.Should().Equal("""Microsoft.Communication.HoldAudioStarted {"callConnectionId":"connection-1"}, True""");
    }

    private sealed class Desk(NoteBook notes, FlakyStore store) : ICallEventHandler<CallEnded>, ICallEventHandler<RecordingFileStatusUpdated>
    {
        public Task HandleAsync(CallEnded serviceEvent, CancellationToken cancellationToken)
        {
            notes.Add($"{serviceEvent.ServerCallId} ended");
            return Task.CompletedTask;
        }

        public Task HandleAsync(RecordingFileStatusUpdated serviceEvent, CancellationToken cancellationToken)
        {
            store.Use();
            notes.Add($"{serviceEvent.RecordingId} kept");
            return Task.CompletedTask;
        }
    }

    private sealed class Everything(NoteBook notes) : ICallEventHandler<ServiceEvent>
    {
        public Task HandleAsync(ServiceEvent serviceEvent, CancellationToken cancellationToken)
        {
            notes.Add(serviceEvent.GetType().Name);
            return Task.CompletedTask;
        }
    }

    /// <summary>Out of order the first two times.</summary>
    private sealed class FlakyStore
    {
        private int _uses;

        public void Use()
        {
            if (++_uses <= 2)
            {
                throw new IOException("The store is away.");
            }
        }
    }

    [Fact]
    public async Task Handlers_OfAnEvent_GetItOnceHoweverOftenItIsDelivered()
    {
        await using FlowHost host = await StartWithHandlersAsync();

        ServiceEventReceipt first = await host.Flows.ReceiveAsync("e1", new CallEnded { ServerCallId = "s1" });
        ServiceEventReceipt again = await host.Flows.ReceiveAsync("e1", new CallEnded { ServerCallId = "s1" });
        await host.PassAsync(TimeSpan.FromSeconds(1));

        first.Should().BeEquivalentTo(new ServiceEventReceipt(2, []));
        again.Should().BeEquivalentTo(first);
        host.Notes.Should().BeEquivalentTo("s1 ended", "CallEnded");
    }

    [Fact]
    public async Task Handler_ThatFails_IsTriedAgainWithoutTheOthers()
    {
        await using FlowHost host = await StartWithHandlersAsync();

        await host.Flows.ReceiveAsync("e1", Files("CallEnded", 0, "d0"));
        await host.PassAsync(TimeSpan.FromSeconds(4));
        host.Notes.Should().Equal("RecordingFileStatusUpdated");
        await host.PassAsync(TimeSpan.FromSeconds(12));

        host.Notes.Should().Equal("RecordingFileStatusUpdated", "recording-1 kept");
    }

    [Fact]
    public void AddEventHandler_OfAClassThatHandlesNone_IsRefused()
    {
        Action add = () => new ServiceCollection().AddCallFlows(flows => flows.AddEventHandler<NoteBook>());

        add.Should().Throw<ArgumentException>().WithMessage("NoteBook handles no event*ICallEventHandler<TEvent>*");
    }

    private static Task<FlowHost> StartWithHandlersAsync() => FlowHost.StartAsync(
        Execution.Kept,
        flows => flows.Add<KeepsItsRecording>(when => when.Otherwise()).AddEventHandler<Desk>().AddEventHandler<Everything>(),
        services => services.AddSingleton<FlakyStore>());

    private static RecordingFileStatusUpdated Files(string sessionEndReason, int index, string documentId) => new()
    {
        RecordingId = FakeCall.RecordingId,
        Files = [new RecordingFile(documentId, index, "SessionEnded", new Uri($"https://storage.example/{documentId}"), null, null)],
        SessionEndReason = sessionEndReason,
    };
}
