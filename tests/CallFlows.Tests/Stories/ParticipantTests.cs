using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class ParticipantTests
{
    private static readonly CommunicationUser Agent = CallEndpoint.User("8:acs:resource_agent");

    private sealed class InvitesAnAgent : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Invited invited = await call.AddParticipantAsync(Agent, ring: TimeSpan.FromSeconds(30), displayName: "Caller");
            await call.PlayAsync("Hello.");
            await call.Flow.NoteAsync($"{invited.Outcome} {invited.Joined}, {call.Participants.Count} in the call");
        }
    }

    [Theory, BothWays]
    public async Task AddParticipant_Joins_IsInTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<InvitesAnAgent>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Answered True, 3 in the call");
        host.Service.Sent<AddParticipant>().Should().Equal(new AddParticipant(Agent, null, "Caller", TimeSpan.FromSeconds(30)));
        output.Calls[0].Entries.Select(e => e.Text).Should().ContainInOrder($"invites {Agent}", $"{Agent} joins");
    }

    [Theory, BothWays]
    public async Task AddParticipant_Declines_LeavesTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<InvitesAnAgent>(execution);
        host.Service.Next<AddParticipant>(Behave.With(new AddParticipantFailed { Participant = Agent, Result = Results.Declined }));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Declined False, 2 in the call");
        output.Outcome.Should().Be("completed");
    }

    [Theory, BothWays]
    public async Task AddParticipant_Refused_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<InvitesAnAgent>(execution);
        host.Service.Next<AddParticipant>(Behave.Refuse(400, 8523));
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Be("AddParticipant failed: refused (status 400, sub code 8523)");
        host.Service.ActionNames.Should().Equal("AnswerCall", "AddParticipant", "HangUpCall");
    }

    private sealed class InvitesAPhone : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.AddParticipantAsync(CallEndpoint.Phone("+14255550188"));
        }
    }

    [Theory, BothWays]
    public async Task AddParticipant_APhone_IsShownTheCalledNumber(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<InvitesAPhone>(execution);

        await host.RunAsync();

        host.Service.Sent<AddParticipant>()[0].CallerId.Should().Be(FlowHost.LineNumber);
    }

    private sealed class TakesTheInvitationBack : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            using CancellationTokenSource enough = new();
            Task<Invited> invitation = call.AddParticipantAsync(Agent, cancellationToken: enough.Token);
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(1));
            enough.Cancel();
            try
            {
                await invitation;
            }
            catch (OperationCanceledException)
            {
                await call.Flow.NoteAsync("taken back");
            }

            await call.PlayAsync("We go on.");
        }
    }

    [Theory, BothWays]
    public async Task AddParticipant_Cancelled_TakesTheInvitationBack(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<TakesTheInvitationBack>(execution);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("taken back");
        host.Service.ActionNames.Should().Equal("AnswerCall", "AddParticipant", "CancelAddParticipant", "Play", "HangUpCall");
        host.Service.Sent<CancelAddParticipant>().Should().Equal(new CancelAddParticipant("invitation-cf-2"));
        output.Calls[0].Entries.Should().NotContain(e => e.Text.EndsWith("joins", StringComparison.Ordinal));
    }

    [Theory, BothWays]
    public async Task AddParticipant_CancelledAsTheCallerHangsUp_EndsWithTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<TakesTheInvitationBack>(execution);
        host.Service.Next<CancelAddParticipant>(action =>
        {
            action.Call.TheyHangUp(TimeSpan.FromMilliseconds(100));
            return Behave.Refuse(404, code: "8522")(action);
        });

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("caller hung up");
    }

    private sealed class ChangesItsMind : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            using CancellationTokenSource enough = new();
            Task<Invited> invitation = call.AddParticipantAsync(Agent, cancellationToken: enough.Token);
            await call.Flow.DelayAsync(TimeSpan.FromSeconds(1));
            enough.Cancel();
            try
            {
                Invited invited = await invitation;
                await call.Flow.NoteAsync(invited.Joined ? "joined" : invited.Outcome.ToString());
            }
            catch (Exception exception) when (exception is OperationCanceledException or CallActionException)
            {
                await call.Flow.NoteAsync(exception.Message);
            }
        }
    }

    private static readonly AddParticipantSucceeded Joins = new() { OperationContext = "cf-2", Participant = Agent, Result = Results.Fine };
    private static readonly CancelAddParticipantFailed TooLate = new() { Result = new ResultInformation(400, 8500, "Too late.") };

    [Theory, BothWays]
    public async Task AddParticipant_CancelledAndTheyJoinBeforeTheCancellingFails_Joins(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ChangesItsMind>(execution);
        host.Service.Next<AddParticipant>(Behave.Silently).Next<CancelAddParticipant>(Behave.With(Joins, TooLate));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("joined");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Text == $"{Agent} joins");
    }

    [Theory, BothWays]
    public async Task AddParticipant_CancelledAndTheyJoinAfterTheCancellingFails_Joins(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ChangesItsMind>(execution);
        host.Service.Next<AddParticipant>(Behave.Silently).Next<CancelAddParticipant>(Behave.With(TooLate, Joins));

        await host.RunAsync();

        host.Notes.Should().Equal("joined");
        host.Service.Sent<GetParticipants>().Should().BeEmpty();
    }

    [Theory, BothWays]
    public async Task AddParticipant_CancellingIsRefusedAndTheirJoiningIsLost_IsLookedUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ChangesItsMind>(execution);
        host.Service.Next<AddParticipant>(Behave.Silently).Next<CancelAddParticipant>(action =>
        {
            action.Call.Join(Agent);
            return Behave.Refuse(400, 8500)(action);
        });

        await host.RunAsync();

        host.Notes.Should().Equal("joined");
    }

    [Theory, BothWays]
    public async Task AddParticipant_CancelledAndDeclinedMeanwhile_IsCancelled(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ChangesItsMind>(execution);
        AddParticipantFailed declines = new() { OperationContext = "cf-2", Participant = Agent, Result = Results.Declined };
        host.Service.Next<AddParticipant>(Behave.Silently).Next<CancelAddParticipant>(Behave.With(TooLate, declines));

        await host.RunAsync();

        host.Notes.Should().Equal(new OperationCanceledException().Message);
    }

    [Theory, BothWays]
    public async Task AddParticipant_CancellingFailsAndNobodyJoins_ThrowsTheServicesError(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<ChangesItsMind>(execution);
        host.Service.Next<AddParticipant>(Behave.Silently).Next<CancelAddParticipant>(Behave.With(TooLate));

        await host.RunAsync();

        host.Notes.Should().Equal("CancelAddParticipant failed: Too late. (status 400, sub code 8500)");
    }

    private sealed class RemovesAnAgent : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.AddParticipantAsync(Agent);
            await call.Flow.NoteAsync($"{(await call.GetParticipantsAsync()).Count}");
            try
            {
                await call.RemoveParticipantAsync(Agent);
                await call.Flow.NoteAsync($"{(await call.GetParticipantsAsync()).Count}");
            }
            catch (CallActionException exception)
            {
                await call.Flow.NoteAsync(exception.Message);
            }

            await call.Flow.NoteAsync((await call.GetPropertiesAsync()).State.ToString());
        }
    }

    [Theory, BothWays]
    public async Task RemoveParticipant_WhoIsThere_TakesThemOut(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RemovesAnAgent>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("3", "2", "Connected");
        host.Service.Sent<RemoveParticipant>().Should().Equal(new RemoveParticipant(Agent));
    }

    [Theory, BothWays]
    public async Task RemoveParticipant_Fails_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RemovesAnAgent>(execution);
        host.Service.Next<RemoveParticipant>(Behave.With(new RemoveParticipantFailed { Participant = Agent, Result = new ResultInformation(400, 8552, "Not the organiser.") }));

        await host.RunAsync();

        host.Notes.Should().Equal("3", "RemoveParticipant failed: Not the organiser. (status 400, sub code 8552)", "Connected");
    }

    [Theory, BothWays]
    public async Task RemoveParticipant_WhoLeftAlready_ThrowsAndTheCallGoesOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RemovesAnAgent>(execution);
        host.Service.Next<RemoveParticipant>(Behave.Refuse(404, 8522, "8522", "Participant not found."));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal(
            "3", "RemoveParticipant failed: Participant not found. (status 404, code 8522, sub code 8522)", "Connected");
        output.Outcome.Should().Be("completed");
    }

    [Theory, BothWays]
    public async Task RemoveParticipant_CallIsGone_EndsTheFlow(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RemovesAnAgent>(execution);
        host.Service.Next<RemoveParticipant>(Behave.Refuse(404, 8522)).Always<GetCallProperties>(Behave.Refuse(404, 8522));

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("call lost");
    }

    [Theory, BothWays]
    public async Task RemoveParticipant_NoWordAndTheyAreStillThere_Throws(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RemovesAnAgent>(execution);
        host.Service.Next<RemoveParticipant>(Behave.Silently);

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal(
            "3", $"RemoveParticipant failed: the service never confirmed it, and {Agent} is still in the call (status 0)", "Connected");
        output.Calls[0].Entries.Should().NotContain(e => e.Text.StartsWith("removes", StringComparison.Ordinal));
    }

    [Theory, BothWays]
    public async Task RemoveParticipant_NoWordButTheyAreGone_Succeeds(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RemovesAnAgent>(execution);
        host.Service.Next<RemoveParticipant>(action =>
        {
            action.Call.Leave(Agent);
            return Behave.Silently(action);
        });

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("3", "2", "Connected");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Text == $"removes {Agent}");
    }

    private sealed class RingsTooLong : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.AddParticipantAsync(Agent, ring: TimeSpan.FromSeconds(181));
        }
    }

    [Theory, BothWays]
    public async Task AddParticipant_RingTimeOutOfRange_IsRefusedBeforeItIsSent(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<RingsTooLong>(execution);
        await host.RingAsync();

        (await host.FailureAsync()).ErrorType.Should().Be(typeof(ArgumentOutOfRangeException).FullName);
        host.Service.ActionNames.Should().Equal("AnswerCall", "HangUpCall");
    }
}
