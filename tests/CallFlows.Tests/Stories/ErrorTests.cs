using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Durable;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Prompts;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class ErrorTests
{
    private sealed class PlaysAFile : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            try
            {
                await call.PlayAsync(Prompt.File("https://example.com/menu.wav"));
                await call.Flow.NoteAsync("played");
            }
            catch (CallActionException exception)
            {
                await call.Flow.NoteAsync($"{exception.Action} {exception.Status} {exception.Code} {exception.SubCode}: {exception.Error.Message}");
                await call.PlayAsync("Please press 1.");
            }
        }
    }

    [Theory, BothWays]
    public async Task Play_RefusedByTheService_ThrowsAndTheFlowCanGoOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysAFile>(execution);
        host.Service.Next<Play>(Behave.Refuse(400, 8501, "BadRequest", "Not established."));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Play 400 BadRequest 8501: Not established.");
        output.Outcome.Should().Be("completed");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "Play", "HangUpCall");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Text == "Play failed: Not established. (status 400, code BadRequest, sub code 8501)");
    }

    [Theory, BothWays]
    public async Task Play_ReportedAsFailed_ThrowsAndTheFlowCanGoOn(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysAFile>(execution);
        host.Service.Next<Play>(Behave.With(new PlayFailed { Result = Results.BadFile, FailedPlaySourceIndex = 0 }));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Play 400  8535: Action failed, file format is invalid.");
        output.Outcome.Should().Be("completed");
    }

    [Theory, BothWays]
    public async Task Failure_NamesAPhoneNumber_IsMaskedWhereverItIsKept(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysAFile>(execution);
        ResultInformation names = new(400, 8500, $"{FlowHost.CallerNumber.RawId} can't hear.");
        host.Service
            .Next<Play>(Behave.With(new PlayFailed { Result = names }))
            .Next<Play>(Behave.With(new CallDisconnected { Result = names }));

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Play 400  8500: 4:+1425•••0123 can't hear.");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Text == "Play failed: 4:+1425•••0123 can't hear. (status 400, sub code 8500)");
        output.Calls[0].Entries.Should().NotContain(e => e.Text.Contains(FlowHost.CallerNumber.Number));
        output.Calls[0].End!.Result!.Message.Should().Be("4:+1425•••0123 can't hear.");
    }

    [Theory, BothWays]
    public async Task Play_InterruptedByTheService_IsNoError(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysAFile>(execution);
        host.Service.Next<Play>(Behave.With(new PlayCanceled { Result = Results.Cancelled }));

        await host.RunAsync();

        host.Notes.Should().Equal("played");
    }

    [Theory, BothWays]
    public async Task Action_FailsForAMoment_IsTheSameRequestAgain(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysAFile>(execution);
        host.Service.Next<Play>(Behave.Refuse(503), Behave.Refuse(429));

        await host.RunAsync();

        host.Notes.Should().Equal("played");
        CallActionRequest[] plays = [.. host.Service.Requests.Where(r => r.Action is Play)];
        plays.Should().HaveCount(3);
        plays.Select(r => (r.OperationContext, r.RepeatabilityRequestId, r.RepeatabilityFirstSent)).Distinct().Should().ContainSingle();
    }

    [Theory, BothWays]
    public async Task Action_FailsForTooLong_IsGivenUp(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysAFile>(execution);
        host.Service.Next<Play>(Behave.Refuse(503), Behave.Refuse(503), Behave.Refuse(503, message: "Overloaded."));

        await host.RunAsync();

        host.Notes.Should().Equal("Play 503  : Overloaded.");
        host.Service.Sent<Play>().Should().HaveCount(4, "three times the file, then the text");
    }

    [Theory, BothWays]
    public async Task Gateway_ThrowsSomethingElse_IsAnErrorOfTheActionAfterRetries(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysAFile>(execution);
        Behaviour broken = _ => throw new HttpRequestException("No route to host.");
        host.Service.Next<Play>(broken, broken, broken);

        await host.RunAsync();

        host.Notes.Should().Equal("Play 0  : No route to host.");
    }

    private sealed class Stumbles : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Hello.");
            throw new InvalidOperationException("A mistake of the author's.");
        }
    }

    [Theory, BothWays]
    public async Task Flow_Throws_FailsAndLeavesNobodyOnTheLine(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Stumbles>(execution);
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        failure.Message.Should().Be("A mistake of the author's.");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "HangUpCall");
    }

    [Theory, BothWays]
    public async Task Wait_OnAFailedFlow_SaysWhy(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Stumbles>(execution);
        await host.RingAsync();
        await host.FailureAsync();

        await host.Invoking(h => h.EndAsync()).Should().ThrowAsync<InvalidOperationException>()
            .WithMessage("The flow 'Stumbles' failed: A mistake of the author's.");
    }

    [Theory, BothWays]
    public async Task Flow_ThrowsAndTheHangUpIsRefused_FailsWithItsOwnError(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Stumbles>(execution);
        host.Service.Next<HangUpCall>(Behave.Refuse(400));
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().Be("A mistake of the author's.");
    }

    [Theory, BothWays]
    public async Task Event_ThatCantBeRead_FailsTheFlowAndLeavesNobodyOnTheLine(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<Stumbles>(execution);
        host.Service.Next<Play>(async action =>
        {
            await host.Engine.RaiseEventAsync(action.Request.InstanceId, FlowEnvelope.EventName, "broken", Payload.Parse("[1]"), CancellationToken.None);
            return action.Usually();
        });
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        failure.ErrorType.Should().Be(typeof(System.Text.Json.JsonException).FullName);
        host.Service.ActionNames.Should().Equal("AnswerCall", "Play", "HangUpCall");
    }

    private sealed class UsesABrokenActivity : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            try
            {
                await incoming.Flow.RunAsync(new Breakage("Disk full."), new RetryPolicy { MaxAttempts = 2 });
            }
            catch (TaskFailedException exception)
            {
                await incoming.Flow.NoteAsync(exception.Message);
            }
        }
    }

    [Theory, BothWays]
    public async Task Activity_FailsForGood_ThrowsWhatWentWrong(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<UsesABrokenActivity>(execution);

        await host.RunAsync();

        host.Notes.Should().Equal("'Breakage' failed: Disk full.");
    }

    private sealed class PlaysNothing : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming) => await (await incoming.AnswerAsync()).PlayAsync([]);
    }

    [Theory, BothWays]
    public async Task Play_WithoutAPrompt_IsRefusedBeforeItIsSent(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<PlaysNothing>(execution);
        await host.RingAsync();

        (await host.FailureAsync()).Message.Should().StartWith("There is nothing to play");
        host.Service.Sent<Play>().Should().BeEmpty();
    }
}
