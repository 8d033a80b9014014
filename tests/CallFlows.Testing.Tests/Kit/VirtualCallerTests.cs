using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Testing.Assertions;
using CallFlows.Testing.Callers;

namespace CallFlows.Testing.Tests.Kit;

/// <summary>What virtual callers do, and how they complain.</summary>
public sealed class VirtualCallerTests
{
    private const string Agent = "+14255550190";

    public sealed class Greeter : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome.");
            await call.PlayAsync("How are you?");
            await call.Flow.WaitForSignalAsync<string>("go on");
            await call.PlayAsync("Goodbye.");
        }
    }

    [Fact]
    public async Task Caller_WaitsForWhatNeverComes_FailsAtOnceAndTellsWhoWaitsForWhat()
    {
        await using CallFlowTest test = CallFlowTest.For<Greeter>();
        VirtualCaller caller = await test.CallAsync();

        Func<Task> waiting = () => caller.Hears("Farewell");

        (await waiting.Should().ThrowAsync<CallFlowTestException>()).Which.Message.Should().Match(
            """
            caller waits to hear "Farewell", but nothing more can happen. Greeter waits at VirtualCallerTests.cs:* for WaitForSignalAsync go on.

            Transcript
              00:00.0  caller   calls +14255550100
              00:00.0  Greeter  answers
              00:00.0  caller   is connected
              00:00.1  caller   hears "Welcome."
              00:00.6  caller   hears "How are you?"
            """);
    }

    [Fact]
    public async Task Caller_WaitsAfterTheEnd_IsToldWhenThatWas()
    {
        await using CallFlowTest test = CallFlowTest.For<Greeter>();
        VirtualCaller caller = await test.CallAsync();
        await caller.Hears("Welcome");
        await caller.HangsUp();

        Func<Task> waiting = () => caller.Hears("Goodbye");

        (await waiting.Should().ThrowAsync<CallFlowTestException>()).WithMessage(
            "caller waits to hear \"Goodbye\", but the call had ended at 00:00.1, and nothing more happens. No flow is running.*");
        await FluentActions.Awaiting(() => caller.Presses("1")).Should().ThrowAsync<CallFlowTestException>()
            .WithMessage("caller can't press 1: the call had ended at 00:00.1.*");
    }

    [Fact]
    public async Task Signal_FromOutside_LetsTheFlowGoOn()
    {
        await using CallFlowTest test = CallFlowTest.For<Greeter>();
        VirtualCaller caller = await test.CallAsync();
        await caller.HearsToTheEnd("How are you");
        await test.SignalAsync("now", name: "go on");
        await caller.HearsNext("Goodbye");
        await caller.IsHungUpOn();
        await test.CompleteAsync();
    }

    [Fact]
    public async Task Prompts_InAnotherOrder_AreExpectedInAnyOrderOrSometime()
    {
        await using CallFlowTest test = CallFlowTest.For<Greeter>();
        VirtualCaller caller = await test.CallAsync();
        SometimeHeard goodbye = caller.HearsSometime("Goodbye");
        await caller.HearsInAnyOrder("How are you", "Welcome");
        await test.SignalAsync("now", name: "go on");
        await goodbye;

        await FluentActions.Awaiting(async () => await caller.HearsSometime("Never said")).Should().ThrowAsync<CallFlowTestException>()
            .WithMessage("*waits to hear \"Never said\" sometime*");
    }

    [Fact]
    public async Task NextPrompt_IsAnotherThanExpected_IsTold()
    {
        await using CallFlowTest test = CallFlowTest.For<Greeter>();
        VirtualCaller caller = await test.CallAsync();

        await FluentActions.Awaiting(() => caller.HearsNext("How are you")).Should().ThrowAsync<CallFlowTestException>()
            .WithMessage("caller hears \"Welcome.\" where \"How are you\" should have been next.*");
    }

    public sealed class Jukebox : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayLoopAsync("La la la.");
        }
    }

    [Fact]
    public async Task Caller_WaitsWhileSomethingPlaysForEver_LosesPatience()
    {
        await using CallFlowTest test = CallFlowTest.For<Jukebox>();
        test.Patience = TimeSpan.FromMinutes(3);
        VirtualCaller caller = await test.CallAsync();

        await FluentActions.Awaiting(() => caller.Hears("Goodbye")).Should().ThrowAsync<CallFlowTestException>()
            .WithMessage("caller waits to hear \"Goodbye\", and has done so in vain for 0:03:00. Jukebox waits at VirtualCallerTests.cs:*");
    }

    public sealed class Switchboard : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Choice choice = await call.AskAsync(Menu.Say("For an agent press 2.").Option("agent", Tone.Two).Tries(1));
            if (choice.Is("agent"))
            {
                Dialed dialed = await call.Flow.DialAsync(Endpoints.CallEndpoint.Phone(Agent), from: Endpoints.CallEndpoint.Phone("+14255550100"));
                await call.PlayAsync($"The agent: {dialed.Outcome}.");
            }
        }
    }

    [Theory]
    [InlineData("answers", "Answered")]
    [InlineData("declines", "Declined")]
    [InlineData("is busy", "Busy")]
    [InlineData("never answers", "NoAnswer")]
    [InlineData("is a voicemail", "Answered")]
    [InlineData("answers by hand", "Answered")]
    [InlineData("declines by hand", "Declined")]
    public async Task Agent_IsCalled_DoesAsTold(string how, string outcome)
    {
        await using CallFlowTest test = CallFlowTest.For<Switchboard>();
        VirtualCaller agent = test.Phone(Agent, "agent");
        _ = how switch
        {
            "answers" => agent.Answers(),
            "declines" => agent.Declines(),
            "is busy" => agent.IsBusy(),
            "never answers" => agent.NeverAnswers(),
            "is a voicemail" => agent.IsVoicemail("I am out."),
            _ => null,
        };
        VirtualCaller caller = await test.CallAsync();
        caller.Whenever("press 2").Presses(Tone.Two);
        if (how.EndsWith("by hand", StringComparison.Ordinal))
        {
            await agent.Rings();
            await (how.StartsWith("answers", StringComparison.Ordinal) ? agent.Answer() : agent.Decline());
        }

        await caller.Hears($"The agent: {outcome}");
        await caller.IsHungUpOn();
        await test.CompleteAsync();

        caller.Should().HaveHeard("press 2").And.NotHaveHeard("press 3");
        test.Transcript.Contains("agent        says \"I am out.\"", StringComparison.Ordinal).Should().Be(how == "is a voicemail");
    }

    public sealed class SlowFlow : CallFlow<int, int>
    {
        protected override async Task<int> RunAsync(FlowContext flow, int days)
        {
            await flow.DelayAsync(TimeSpan.FromDays(days));
            return days;
        }
    }

    [Fact]
    public async Task Flow_SleepsForDays_EndsAtOnce()
    {
        await using CallFlowTest test = CallFlowTest.For<SlowFlow, int, int>();
        DateTimeOffset start = test.Now;

        FlowRun<int> run = await test.StartAsync<SlowFlow, int, int>(3);

        (await run.Result).Should().Be(3);
        (test.Now - start).Should().BeGreaterThanOrEqualTo(TimeSpan.FromDays(3)).And.BeLessThan(TimeSpan.FromDays(3.1));
    }

    [Fact]
    public async Task SetUp_AfterTheBeginning_IsRefused()
    {
        await using CallFlowTest test = CallFlowTest.For<Greeter>();
        await test.CallAsync();

        FluentActions.Invoking(() => test.ReplayedAfterEveryEvent()).Should().Throw<InvalidOperationException>().WithMessage("The test has begun*");
    }
}
