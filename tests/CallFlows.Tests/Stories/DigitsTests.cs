using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Prompts;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class DigitsTests
{
    private abstract class AsksForDigits(AskDigits question) : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Digits digits = await call.AskDigitsAsync(question);
            await call.Flow.NoteAsync($"{digits.Outcome} '{digits.Value}' after {digits.Attempts}{(digits.Missing ? ", missing" : "")}");
        }
    }

    private sealed class AsksForSix() : AsksForDigits(
        AskDigits.Say("Six digits, please.").Exactly(6).Tries(2).OnNoMatch("That were not six.").OnNoInput("Hello?"));

    private sealed class AsksForAFew() : AsksForDigits(AskDigits.Say("Two to four digits, please.").Between(2, 4).Tries(2));

    private sealed class AsksAndConfirms() : AsksForDigits(AskDigits.Say("Three digits, please.").Exactly(3).Confirmed().Tries(2));

    [Theory, BothWays]
    public async Task Digits_ExactlyAsAsked_AreGiven(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForSix>(execution);
        host.Caller.Presses("421337");

        await host.RunAsync();

        host.Notes.Should().Equal("Given '421337' after 1");
        Recognize sent = host.Service.Sent<Recognize>().Should().ContainSingle().Subject;
        sent.Should().BeEquivalentTo(new { Kind = RecognitionKind.Dtmf, MaxTones = 6 });
        sent.StopTones.Should().BeEmpty();
    }

    [Theory, BothWays]
    public async Task Digits_EndedByTheEndKey_AreGivenWithoutIt(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForAFew>(execution);
        host.Caller.Presses("123#");

        await host.RunAsync();

        host.Notes.Should().Equal("Given '123' after 1");
        Recognize sent = host.Service.Sent<Recognize>().Should().ContainSingle().Subject;
        sent.MaxTones.Should().Be(4);
        sent.StopTones.Should().Equal(Tone.Pound);
    }

    [Theory, BothWays]
    public async Task Digits_PauseReportedAsCompleted_AreWhatWasPressed(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForAFew>(execution);
        host.Caller.Gives(new RecognizeCompleted { RecognitionType = RecognitionKind.Dtmf, Tones = [Tone.One, Tone.Two], Result = Results.BetweenKeys });

        await host.RunAsync();

        host.Notes.Should().Equal("Given '12' after 1");
    }

    [Theory, BothWays]
    public async Task Digits_PauseReportedAsFailed_AreWhatWasPressed(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForAFew>(execution);
        host.Caller.Gives(new RecognizeFailed { Tones = [Tone.One, Tone.Two], Result = Results.BetweenKeys });

        await host.RunAsync();

        host.Notes.Should().Equal("Given '12' after 1");
    }

    [Theory, BothWays]
    public async Task Digits_PauseWithoutTheKeys_CountsAsNoInput(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForAFew>(execution);
        host.Caller.Gives(new RecognizeFailed { Result = Results.BetweenKeys }).Presses("99#");

        await host.RunAsync();

        host.Notes.Should().Equal("Given '99' after 2");
    }

    [Theory, BothWays]
    public async Task Digits_TooFew_AreAskedForAgainWithTheNoMatchPrompt(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForSix>(execution);
        host.Caller.Gives(new RecognizeCompleted { Tones = [Tone.One], Result = Results.BetweenKeys }).Presses("421337");

        await host.RunAsync();

        host.Notes.Should().Equal("Given '421337' after 2");
        host.Service.Sent<Recognize>()[1].Prompts.Select(prompt => ((TextPrompt)prompt).Content).Should().Equal("That were not six.", "Six digits, please.");
    }

    [Theory, BothWays]
    public async Task Digits_LettersOfAKeypad_DontFit(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForAFew>(execution);
        host.Caller.Presses("1A*").Presses("12");

        await host.RunAsync();

        host.Notes.Should().Equal("Given '12' after 2");
    }

    [Theory, BothWays]
    public async Task Digits_NeverGiven_AreMissing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForSix>(execution);
        host.Caller.IsSilent().IsSilent();

        await host.RunAsync();

        host.Notes.Should().Equal("NoInput '' after 2, missing");
    }

    [Theory, BothWays]
    public async Task Digits_Confirmed_AreGiven(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksAndConfirms>(execution);
        host.Caller.Presses("123").Presses("1");

        await host.RunAsync();

        host.Notes.Should().Equal("Given '123' after 1");
        host.Service.Sent<Recognize>()[1].Prompts.Single().Should().Be(
            (Prompt)"You entered 1 2 3. If that is right press 1. To enter it again press 2.");
    }

    [Theory, BothWays]
    public async Task Digits_TakenBackThenConfirmed_AreTheSecondOnes(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksAndConfirms>(execution);
        host.Caller.Presses("123").Presses("2").Presses("456").Presses("1");

        await host.RunAsync();

        host.Notes.Should().Equal("Given '456' after 2");
    }

    [Theory, BothWays]
    public async Task Digits_NeverConfirmed_AreMissing(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksAndConfirms>(execution);
        host.Caller.Presses("123").Presses("2").Presses("456").Presses("2");

        await host.RunAsync();

        host.Notes.Should().Equal("NoMatch '' after 2, missing");
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(4, 3)]
    [InlineData(1, 101)]
    public void Digits_CountsOutOfRange_AreRefused(int min, int max) =>
        FluentActions.Invoking(() => AskDigits.Say("?").Between(min, max)).Should().Throw<ArgumentOutOfRangeException>();

    [Theory]
    [InlineData(0.5)]
    [InlineData(61)]
    public void Digits_PauseOutOfRange_IsRefused(double seconds) =>
        FluentActions.Invoking(() => AskDigits.Say("?").PauseBetweenKeys(TimeSpan.FromSeconds(seconds))).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Digits_Configured_TellTheServiceEverything() =>
        AskDigits.Say("?").Between(1, 9).EndedBy(Tone.Asterisk).PauseBetweenKeys(TimeSpan.FromSeconds(4)).WithoutBargeIn().ToRecognize(null)
            .Should().BeEquivalentTo(new
            {
                MaxTones = 9,
                StopTones = new[] { Tone.Asterisk },
                InterToneTimeout = TimeSpan.FromSeconds(4),
                InterruptPrompt = false,
            });
}
