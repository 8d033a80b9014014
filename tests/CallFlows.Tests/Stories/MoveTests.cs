using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class MoveTests
{
    private static readonly CommunicationUser Agent = CallEndpoint.User("8:acs:resource_agent");
    private static readonly CommunicationUser Expert = CallEndpoint.User("8:acs:resource_expert");

    /// <summary>Dials an agent, and brings the agent to the caller.</summary>
    private sealed class BringsTogether : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Call agent = (await incoming.Flow.DialAsync(Agent)).Call!;
            IReadOnlyList<Moved> moved = await call.MoveParticipantsAsync([Agent], from: agent);
            await call.Flow.NoteAsync($"{moved[0].Participant == Agent} {moved[0].IsHere} {moved[0].Result?.SubCode}");
            await call.PlayAsync("You can talk now.");
            await agent.Flow.NoteAsync($"{agent.End?.Reason}");
        }
    }

    private sealed class BringsTwo : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Call others = (await incoming.Flow.DialAsync([Agent, Expert])).Call!;
            IReadOnlyList<Moved> moved = await call.MoveParticipantsAsync([Agent, Expert], from: others);
            await call.Flow.NoteAsync(string.Join(' ', moved.Select(one => $"{one.IsHere}:{one.Result?.Code}")));
        }
    }

    private sealed class Finds : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            CallParticipant? caller = await call.GetParticipantAsync(incoming.From);
            CallParticipant? agent = await call.GetParticipantAsync(Agent);
            await call.Flow.NoteAsync($"{caller?.Endpoint == incoming.From} {agent is null} {call.Transcript.Entries.Count(entry => entry.Kind == Calls.Transcripts.TranscriptKind.Error)}");
        }
    }

    private sealed class Mistakes : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await TryAsync(() => call.MoveParticipantsAsync([Agent], from: call));
            await TryAsync(() => call.MoveParticipantsAsync([], from: call));
            await TryAsync(() => call.MoveParticipantsAsync([Agent, Agent], from: call));

            async Task TryAsync(Func<Task> move)
            {
                try
                {
                    await move();
                }
                catch (ArgumentException exception)
                {
                    await call.Flow.NoteAsync(exception.ParamName!);
                }
            }
        }
    }

    private static MoveParticipantSucceeded Came(CallEndpoint who) => new() { Participant = who, FromCall = "connection-2", Result = Results.Fine };

    private static MoveParticipantFailed Stayed(CallEndpoint who) =>
        new() { Participant = who, FromCall = "connection-2", Result = new ResultInformation(404, 8522, "Participant not found.") };

    [Theory, BothWays]
    public async Task Move_OfTheOnlyOtherParty_EndsTheirCallByTransfer(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<BringsTogether>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("True True 0", "Transferred");
        host.Service.Sent<MoveParticipants>().Should().ContainSingle().Which.Should().BeEquivalentTo(new MoveParticipants([Agent], "connection-2"));
        host.Service.Requests.Single(request => request.Action is MoveParticipants).CallConnectionId.Should().Be("connection-1");
        output.Calls[1].End!.Reason.Should().Be(CallEndReason.Transferred);
        output.Calls[0].Entries.Select(entry => entry.Text).Should().Contain($"brings {Agent} over from call 2").And.Contain($"{Agent} joins");
    }

    [Theory, BothWays]
    public async Task Move_DisconnectReportedFirst_IsStillATransfer(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<BringsTogether>(execution);
        host.Service.Next<MoveParticipants>(action =>
        {
            host.Service.Calls[1].Disconnect(TimeSpan.FromSeconds(0.2), Results.Terminated);
            action.Call.Join(Agent);
            action.Call.Emit(TimeSpan.FromSeconds(1), Came(Agent) with { OperationContext = action.Context });
            return Task.FromResult(action.Accept());
        });

        (await host.RunAsync()).Calls[1].End!.Reason.Should().Be(CallEndReason.Transferred);
    }

    [Theory, BothWays]
    public async Task Move_ThatFails_LeavesTheirCallAsItWas(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<BringsTogether>(execution);
        host.Service.Next<MoveParticipants>(Behave.With(Stayed(Agent)));

        FlowOutput output = await host.RunAsync();

        host.Notes[0].Should().Be("True False 8522");
        host.Notes[1].Should().BeEmpty("their call goes on");
        output.Calls[1].End!.Reason.Should().Be(CallEndReason.HungUp);
    }

    [Theory, BothWays]
    public async Task Move_Refused_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<BringsTogether>(execution);
        host.Service.Next<MoveParticipants>(Behave.Refuse(405, 8520));

        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Contain("MoveParticipants failed");
    }

    [Theory, BothWays]
    public async Task Move_OfSeveral_WaitsForEachReport(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<BringsTwo>(execution);
        host.Service.Next<MoveParticipants>(Behave.With(Came(Expert), Came(Expert), Stayed(Agent)));

        await host.RunAsync();

        host.Notes.Should().Equal("False:404 True:200");
    }

    [Theory, BothWays]
    public async Task Move_ReportLost_IsToldByTheList(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<BringsTwo>(execution);
        host.Service.Next<MoveParticipants>(action =>
        {
            action.Call.Join(Agent);
            action.Call.Emit(TimeSpan.FromSeconds(1), Stayed(Expert) with { OperationContext = action.Context });
            return Task.FromResult(action.Accept());
        });

        await host.RunAsync();

        host.Notes.Should().Equal("True: False:404");
    }

    [Theory, BothWays]
    public async Task GetParticipant_PresentOrNot_SaysSoWithoutComplaint(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Finds>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("True True 0");
    }

    [Theory, BothWays]
    public async Task Move_OfNobodyOrToTheSameCall_IsRefused(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Mistakes>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("from", "participants", "participants");
        host.Service.ActionNames.Should().Equal("AnswerCall", "HangUpCall");
    }
}
