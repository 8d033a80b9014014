using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Prompts;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class HoldTests
{
    private static readonly CommunicationUser Agent = CallEndpoint.User("8:acs:resource_agent");

    private sealed class HoldsTheCaller : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.AddParticipantAsync(Agent);
            await call.HoldAsync(incoming.From, Prompt.File("https://contoso.example/music.wav"));
            await call.Flow.NoteAsync(Held(call));
            await call.UnholdAsync(incoming.From);
            await call.Flow.NoteAsync(Held(call));
            await call.MuteParticipantAsync(Agent);
            await call.Flow.NoteAsync(string.Join(", ", call.Participants.Where(person => person.IsMuted).Select(person => person.Endpoint.RawId)));
#pragma warning disable CALLFLOWS001 // In preview versions of the service only.
            await call.UnmuteParticipantAsync(Agent);
#pragma warning restore CALLFLOWS001
            await call.Flow.NoteAsync($"{call.Participants.Count(person => person.IsMuted)} muted");
        }

        private static string Held(Call call) => $"{call.Participants.Count(person => person.IsOnHold)} on hold";
    }

    [Theory, BothWays]
    public async Task Participant_HeldUnheldMutedAndUnmuted_IsShownSo(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HoldsTheCaller>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("1 on hold", "0 on hold", Agent.RawId, "0 muted");
        host.Service.ActionNames.Should().Equal("AnswerCall", "AddParticipant", "Hold", "Unhold", "MuteParticipant", "UnmuteParticipant", "HangUpCall");
        host.Service.Sent<Hold>()[0].Music.Should().Be(Prompt.File("https://contoso.example/music.wav"));
        output.Calls[0].Entries.Select(entry => entry.Text).Should().ContainInOrder(
            "puts +1425•••0123 on hold", "takes +1425•••0123 off hold", $"mutes {Agent}", $"unmutes {Agent}");
    }

    private sealed class HoldsOnly : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.HoldAsync(incoming.From, "One moment.");
            await call.Flow.NoteAsync($"held after {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds:0.0} s".Replace(',', '.'));
        }
    }

    [Theory, BothWays]
    public async Task Hold_ThatNoEventShows_IsDoneAMomentAfterTheAnswer(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HoldsOnly>(execution);
        host.Service.Next<Hold>(Behave.Silently);

        await host.RunAsync();

        host.Notes.Should().Equal("held after 2.5 s");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Hold", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Hold_WhoseMusicFails_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<HoldsOnly>(execution);
        host.Service.Next<Hold>(Behave.With(new HoldFailed { Result = Results.BadFile }));
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Contain("Hold").And.Contain("file format is invalid");
        host.Notes.Should().BeEmpty();
    }

    private sealed class CancelsMedia : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Task<PlayOutcome> music = call.PlayLoopAsync("Music.");
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(10));
            await call.CancelAllMediaAsync();
            await call.Flow.NoteAsync((await music).ToString());
        }
    }

    [Theory, BothWays]
    public async Task Media_Cancelled_EndsWhatPlaysAsInterrupted(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CancelsMedia>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("Interrupted");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "CancelAllMedia", "HangUpCall");
    }
}
