using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class OrderingTests
{
    private sealed class PlaysTwoAtOnce : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Task first = call.PlayAsync("First.");
            Task second = call.PlayAsync("Second.");
            await Task.WhenAll(first, second);
        }
    }

    [Theory, BothWays]
    public async Task Actions_StartedSideBySide_AreSentOneAfterTheOther(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoAtOnce>(execution);
        int inFlight = 0;
        int most = 0;
        host.Service.Always<Play>(async action =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inFlight));
            await action.Call.RaiseAsync(action.Call.ParticipantsNow());
            Interlocked.Decrement(ref inFlight);
            return action.Usually();
        });

        await host.RunAsync();

        host.Service.Sent<Play>().Select(play => play.Prompts.Single().Description).Should().Equal("First.", "Second.");
        most.Should().Be(1);
    }

    [Theory, BothWays]
    public async Task Actions_TheFirstIsRefused_StillSendsTheSecond(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoAtOnce>(execution);
        host.Service.Next<Play>(Behave.Refuse(400));
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Be("Play failed: refused (status 400)");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "Play", "HangUpCall");
    }

    private sealed class PlaysTwoInTurn : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("First.");
            await call.Flow.NoteAsync(FormattableString.Invariant($"first ended at {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds}"));
            await call.PlayAsync("Second.");
            await call.Flow.NoteAsync(FormattableString.Invariant($"second ended at {(call.Flow.UtcNow - FlowHost.Start).TotalSeconds}"));
        }
    }

    [Theory, BothWays]
    public async Task Event_RepeatedWithItsId_IsTakenOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoInTurn>(execution);
        host.Service.Next<Play>(action =>
        {
            CallActionResult answer = action.Accept();
            PlayCompleted completed = new() { OperationContext = action.Context, Result = Results.Fine };
            action.Call.Emit(TimeSpan.FromSeconds(1), completed, "the-same-id");
            action.Call.Emit(TimeSpan.FromSeconds(2), completed, "the-same-id");
            return Task.FromResult(answer);
        });

        await host.RunAsync();

        host.Notes.Should().Equal("first ended at 1.5", "second ended at 4.5");
        host.Service.Reports.Where(r => r.Event is PlayCompleted).Select(r => r.Result)
            .Should().Equal(RaiseEventResult.Accepted, HostedEngine.Repeated, RaiseEventResult.Accepted);
    }

    [Theory, BothWays]
    public async Task Event_RepeatedUnderAnotherId_DoesNotEndTheNextAction(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoInTurn>(execution);
        host.Service.Next<Play>(Behave.With(new PlayCompleted { Result = Results.Fine }, new PlayCompleted { Result = Results.Fine }));

        await host.RunAsync();

        host.Notes.Should().Equal("first ended at 1.5", "second ended at 4.5");
    }

    [Theory, BothWays]
    public async Task Event_WithoutContext_EndsTheActionItFits(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoInTurn>(execution);
        host.Service.Next<Play>(Behave.WithExactly(new PlayStarted(), new PlayCompleted()));

        await host.RunAsync();

        host.Notes.Should().Equal("first ended at 2", "second ended at 5");
    }

    [Theory, BothWays]
    public async Task Event_BeforeTheAnswerOfItsAction_EndsIt(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoInTurn>(execution);
        host.Service.Next<Play>(async action =>
        {
            await action.Call.RaiseAsync(new PlayCompleted { OperationContext = action.Context });
            return action.Accept();
        });

        await host.RunAsync();

        host.Notes.Should().Equal("first ended at 0.5", "second ended at 3.5");
    }

    [Theory, BothWays]
    public async Task Event_OfAnUnknownKind_ChangesNothing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoInTurn>(execution);
        host.Service.Next<Play>(async action =>
        {
            await action.Call.RaiseAsync(new UnknownCallEvent { Type = "Microsoft.Communication.Later", OperationContext = action.Context });
            return action.Usually();
        });

        (await host.RunAsync()).Outcome.Should().Be("completed");

        host.Notes.Should().Equal("first ended at 3.5", "second ended at 6.5");
    }

    private sealed class CountsParticipants : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            string atFirst = $"{call.Participants.Count}";
            await call.PlayAsync("Hello.");
            await call.Flow.NoteAsync($"{atFirst}, then {call.Participants.Count}");
        }
    }

    private static ParticipantsUpdated Participants(int sequence, int count) => new()
    {
        SequenceNumber = sequence,
        Participants = [.. Enumerable.Range(1, count).Select(i => new CallParticipant(CallEndpoint.User($"8:acs:resource_{i}")))],
    };

    [Theory, BothWays]
    public async Task Participants_ReportedBeforeConnected_AreKnownAtOnce(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CountsParticipants>(execution);
        host.Service.Next<AnswerCall>(Behave.With(Participants(1, 2) with { OperationContext = null }, new CallConnected()));

        await host.RunAsync();

        host.Notes.Should().Equal("2, then 2");
    }

    [Theory, BothWays]
    public async Task Participants_ReportedBeforeTheServiceAnswered_AreKept(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CountsParticipants>(execution);
        host.Service.Next<AnswerCall>(Behave.WithBeforeTheAnswer(Participants(1, 3), new CallConnected()));

        await host.RunAsync();

        host.Notes.Should().Equal("3, then 3");
    }

    [Theory, BothWays]
    public async Task Participants_WithAnOlderNumber_AreIgnored(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CountsParticipants>(execution);
        host.Service.Next<AnswerCall>(Behave.WithBeforeTheAnswer(Participants(1, 1), new CallConnected()));
        host.Service.Next<Play>(action =>
        {
            action.Call.Emit(TimeSpan.FromSeconds(0.5), Participants(5, 4));
            action.Call.Emit(TimeSpan.FromSeconds(0.6), Participants(3, 2));
            return Task.FromResult(action.Usually());
        });

        await host.RunAsync();

        host.Notes.Should().Equal("1, then 4");
    }

    [Theory, BothWays]
    public async Task Participants_WithTheSameNumberAgain_AreTheLatest(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<CountsParticipants>(execution);
        host.Service.Next<AnswerCall>(Behave.WithBeforeTheAnswer(Participants(1, 1), Participants(1, 2), new CallConnected()));

        await host.RunAsync();

        host.Notes.Should().Equal("2, then 2");
    }

    [Theory, BothWays]
    public async Task Disconnect_WithAContext_EndsTheCall(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoInTurn>(execution);
        host.Service.Next<Play>(Behave.With(new CallDisconnected { Result = Results.Fine }));

        FlowOutput output = await host.RunAsync();

        output.Outcome.Should().Be("caller hung up");
        output.Calls[0].Entries[^1].Time.Should().Be(FlowHost.Start + TimeSpan.FromSeconds(1.5));
    }

    [Theory, BothWays]
    public async Task Event_OfAnotherCall_ChangesNothing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysTwoInTurn>(execution);
        host.Service.Next<Play>(async action =>
        {
            await action.Call.RaiseAsync(new CallDisconnected { CallConnectionId = "somebody else's" });
            return action.Usually();
        });

        (await host.RunAsync()).Outcome.Should().Be("completed");
    }
}
