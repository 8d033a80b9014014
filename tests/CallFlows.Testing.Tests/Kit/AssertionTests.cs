using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Durable;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Testing.Activities;
using CallFlows.Testing.Assertions;
using CallFlows.Testing.Callers;

namespace CallFlows.Testing.Tests.Kit;

/// <summary>What assertions about calls say when they fail: a sentence and the transcript.</summary>
public sealed class AssertionTests
{
    public sealed record Look(string What) : IActivity<string>;

    public sealed class Slow : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.AskAsync(Menu.Say("Tea or coffee?").Option("tea", Tone.One, "tea").Option("coffee", Tone.Two, "coffee"));
            string answer;
            try
            {
                answer = await call.Flow.RunAsync(new Look("{kettle}"));
            }
            catch (TaskFailedException)
            {
                answer = "broken";
            }

            await call.PlayAsync($"The kettle is {answer}.");
        }
    }

    [Fact]
    public async Task Call_WithDeadAir_IsToldWhenAndHowLong()
    {
        await using CallFlowTest test = await CallAsync(look => look.Takes(TimeSpan.FromSeconds(7)).Returns("hot"));

        FluentActions.Invoking(() => test.Call.Should().HaveNoDeadAirOver(TimeSpan.FromSeconds(2), "callers {0}", "hang up")).Should().Throw<Exception>()
            .WithMessage("Expected no dead air of more than 2 s because callers hang up, but from 00:00.1 on nothing was heard for 7.0* s.*Transcript*caller  presses 1*");
        test.Call.Should().HaveNoDeadAirOver(TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Call_AskedForSomethingElse_IsToldWhatItAskedFor()
    {
        await using CallFlowTest test = await CallAsync(look => look.Returns("hot"));

        test.Call.Should().HaveAskedFor("coffee").And.HaveAskedFor("Tea or").And.HaveDone<Play>().Which.Prompts.Should().ContainSingle();
        FluentActions.Invoking(() => test.Call.Should().HaveAskedFor("water")).Should().Throw<Exception>()
            .WithMessage("Expected Slow to have asked for \"water\", but it asked for tea, coffee.*Transcript*");
        FluentActions.Invoking(() => test.Call.Should().HaveAskedForDigits()).Should().Throw<Exception>().WithMessage("Expected Slow to have asked for digits*");
        FluentActions.Invoking(() => test.Call.Should().HaveDone<TransferCall>()).Should().Throw<Exception>()
            .WithMessage("Expected Slow to have done TransferCall, but it did AnswerCall, Recognize, Play*");
        FluentActions.Invoking(() => test.Call.Should().NotHaveDone<Play>()).Should().Throw<Exception>().WithMessage("Expected Slow not to have done Play*");
    }

    [Fact]
    public async Task Fake_RunOtherThanExpected_IsToldWithItsRequests()
    {
        FakeActivity<Look>? fake = null;
        await using CallFlowTest test = await CallAsync(look => fake = look);

        fake!.Should().HaveBeenRunOnce().Which.What.Should().Be("{kettle}");
        FluentActions.Invoking(() => fake!.Should().HaveBeenRun(2)).Should().Throw<Exception>()
            .WithMessage("Expected Look to have been run 2 times, but it was run once: Look { What = {kettle} }.*Transcript*");
        FluentActions.Invoking(() => fake!.Should().NotHaveBeenRun()).Should().Throw<Exception>().WithMessage("Expected Look to have been run never*");
    }

    [Fact]
    public async Task Fake_ToldToFail_FailsTheActivity()
    {
        await using CallFlowTest test = await CallAsync(look => look.Fails("No power."));

        test.Phone("+14255550123").Should().HaveHeard("The kettle is broken").And.NotHaveHeard("hot");
        test.RequestsOf<Look>().Should().ContainSingle();
    }

    [Fact]
    public async Task Fake_ToldToGiveTheWrongType_FailsWithWhatIsExpected()
    {
        await using CallFlowTest test = await CallAsync(look => look.Returns(42));

        test.Phone("+14255550123").Should().HaveHeard("The kettle is broken");
        test.Transcript.Should().Contain("runs Look");
    }

    private static async Task<CallFlowTest> CallAsync(Action<FakeActivity<Look>> setUp)
    {
        CallFlowTest test = CallFlowTest.For<Slow>().Fake(out FakeActivity<Look> look);
        setUp(look);
        VirtualCaller caller = await test.CallAsync();
        await caller.Hears("Tea or coffee");
        await caller.Presses(Tone.One);
        await caller.IsHungUpOn();
        await test.CompleteAsync();
        return test;
    }
}
