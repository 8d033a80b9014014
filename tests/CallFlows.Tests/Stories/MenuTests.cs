using CallFlows.Actions;
using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Calls.Transcripts;
using CallFlows.Durable;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Flows;
using CallFlows.Prompts;
using CallFlows.Recognition;
using CallFlows.Tests.Harness;

namespace CallFlows.Tests.Stories;

public sealed class MenuTests
{
    private static readonly Menu KeysOrWords = Menu.Say("Confirm or cancel?")
        .Option("confirm", Tone.One, "confirm", "yes")
        .Option("cancel", Tone.Two, "cancel", "no")
        .OnNoInput("I did not hear you.")
        .OnNoMatch("That is no choice.");

    private static readonly Menu KeysOnly = Menu.Say("1 or 2?").Option("one", Tone.One).Option("two", Tone.Two).Tries(2);

    private abstract class AsksAMenu(Menu menu) : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            Choice choice = await call.AskAsync(menu);
            await call.Flow.NoteAsync($"{choice.Outcome} {choice.Option ?? "-"} after {choice.Attempts}, said {choice.Phrase ?? "nothing"}");
        }
    }

    private sealed class AsksForKeysOrWords() : AsksAMenu(KeysOrWords);

    private sealed class AsksForKeys() : AsksAMenu(KeysOnly);

    [Theory, BothWays]
    public async Task Menu_CallerPressesAKey_GivesItsOption(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeysOrWords>(execution);
        host.Caller.Presses("2");

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Given cancel after 1, said nothing");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Kind == TranscriptKind.Keys).Which.Text.Should().Be("presses 2 (\"cancel\")");
    }

    [Theory, BothWays]
    public async Task Menu_CallerSaysAPhrase_GivesItsOption(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeysOrWords>(execution);
        host.Caller.Says("yes");

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Given confirm after 1, said yes");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Kind == TranscriptKind.Speech).Which.Text.Should().Be("yes");
    }

    [Theory, BothWays]
    public async Task Menu_NoInputThenAMatch_AsksAgainWithTheNoInputPrompt(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeysOrWords>(execution);
        host.Caller.IsSilent().Presses("1");

        await host.RunAsync();

        host.Notes.Should().Equal("Given confirm after 2, said nothing");
        PromptsOf(host).Should().Equal("Confirm or cancel?", "I did not hear you. Confirm or cancel?");
    }

    [Theory, BothWays]
    public async Task Menu_NoMatchThenNoInput_SaysWhatFitsEach(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeysOrWords>(execution);
        host.Caller.Mumbles().IsSilent().Presses("1");

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Given confirm after 3, said nothing");
        PromptsOf(host).Should().Equal(
            "Confirm or cancel?", "That is no choice. Confirm or cancel?", "I did not hear you. Confirm or cancel?");
        output.Calls[0].Entries.Where(e => e.Speaker == "caller").Select(e => e.Text).Should().Equal(
            "gives an answer that fits nothing", "gives no answer", "presses 1 (\"confirm\")");
    }

    [Theory, BothWays]
    public async Task Menu_TriesAreUsedUpBySilence_EndsAsNoInput(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeysOrWords>(execution);
        host.Caller.Mumbles().IsSilent().IsSilent();

        await host.RunAsync();

        host.Notes.Should().Equal("NoInput - after 3, said nothing");
        host.Service.Sent<Recognize>().Should().HaveCount(3);
    }

    [Theory, BothWays]
    public async Task Menu_TriesAreUsedUpByWrongAnswers_EndsAsNoMatch(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeysOrWords>(execution);
        host.Caller.IsSilent().IsSilent().Presses("9");

        await host.RunAsync();

        host.Notes.Should().Equal("NoMatch - after 3, said nothing");
    }

    [Theory, BothWays]
    public async Task KeyMenu_UnknownKey_IsNoMatch(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeys>(execution);
        host.Caller.Presses("9").Presses("2");

        FlowOutput output = await host.RunAsync();

        host.Notes.Should().Equal("Given two after 2, said nothing");
        output.Calls[0].Entries.Should().ContainSingle(e => e.Kind == TranscriptKind.NoMatch);
    }

    [Theory, BothWays]
    public async Task Menu_InterruptedByAnotherAction_EndsAsInterrupted(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeys>(execution);
        host.Caller.Gives(new RecognizeCanceled { Result = Results.Cancelled });

        await host.RunAsync();

        host.Notes.Should().Equal("Interrupted - after 1, said nothing");
    }

    [Theory, BothWays]
    public async Task Menu_PromptCantBePlayed_FailsWithTheServicesWords(Execution execution)
    {
        await using FlowHost host = await FlowHost.StartAsync<AsksForKeys>(execution);
        host.Caller.Gives(new RecognizeFailed { Result = new ResultInformation(500, 8511, "The prompt could not be played.") });
        await host.RingAsync();

        FailureDetails failure = await host.FailureAsync();

        failure.ErrorType.Should().Be(typeof(CallActionException).FullName);
        failure.Message.Should().Be("Recognize failed: The prompt could not be played. (status 500, sub code 8511)");
        host.Service.ActionNames.Should().Equal("AnswerCall", "Recognize", "HangUpCall");
    }

    [Fact]
    public void KeyMenu_AskedOfTheService_ListensForOneKey()
    {
        KeysOnly.ToRecognize(null).Should().BeEquivalentTo(new { Kind = RecognitionKind.Dtmf, MaxTones = 1, InterruptPrompt = true });
        KeysOnly.ToRecognize(null).Choices.Should().BeEmpty();
    }

    [Fact]
    public void SpokenMenu_AskedOfTheService_ListsItsChoices()
    {
        Menu menu = Menu.Say("?").Option("confirm", Tone.One, "yes").Option("agent", Tone.Zero);

        Recognize recognize = menu.ToRecognize(null);

        recognize.Kind.Should().Be(RecognitionKind.Choices);
        recognize.MaxTones.Should().BeNull();
        recognize.Choices.Should().BeEquivalentTo(
            [new RecognitionChoice("confirm", ["yes"], Tone.One), new RecognitionChoice("agent", ["agent"], Tone.Zero)]);
    }

    [Fact]
    public void Menu_Configured_TellsTheServiceEverything()
    {
        CommunicationUser other = CallEndpoint.User("8:acs:resource_other");
        Menu menu = Menu.Say("Hello.").Then("Ja oder nein?").Option("ja", "ja").Option("nein", "nein")
            .WithoutBargeIn().WaitAtMost(TimeSpan.FromSeconds(12)).InLanguage("de-DE").To(other);

        Recognize recognize = menu.ToRecognize(null);

        recognize.InterruptPrompt.Should().BeFalse();
        recognize.InitialSilence.Should().Be(TimeSpan.FromSeconds(12));
        recognize.SpeechLanguage.Should().Be("de-DE");
        recognize.Participant.Should().Be(other);
        recognize.Prompts.Select(p => p.Description).Should().Equal("Hello.", "Ja oder nein?");
    }

    [Fact]
    public void Menu_WithoutOptions_IsRefused() => FluentActions.Invoking(() => Menu.Say("?").ToRecognize(null))
        .Should().Throw<InvalidOperationException>().WithMessage("The menu has no option*");

    [Fact]
    public void Menu_SomeOptionsWithKeysSomeWithout_IsRefused() =>
        FluentActions.Invoking(() => Menu.Say("?").Option("one", Tone.One, "one").Option("two", "two").ToRecognize(null))
            .Should().Throw<InvalidOperationException>().WithMessage("Either every option of a menu has a key or none has*");

    [Fact]
    public void Menu_LabelTaken_IsRefused() => FluentActions.Invoking(() => Menu.Say("?").Option("one", Tone.One).Option("one", Tone.Two))
        .Should().Throw<ArgumentException>().WithMessage("The menu has an option 'one' already.*");

    [Fact]
    public void Menu_KeyTaken_IsRefused() => FluentActions.Invoking(() => Menu.Say("?").Option("one", Tone.Pound).Option("two", Tone.Pound))
        .Should().Throw<ArgumentException>().WithMessage("The key # is taken by option 'one'.*");

    [Fact]
    public void Menu_PhraseTaken_IsRefused() => FluentActions.Invoking(() => Menu.Say("?").Option("a", "yes").Option("b", "no", "YES"))
        .Should().Throw<ArgumentException>().WithMessage("The phrase '*' is taken by option 'a'.*");

    [Fact]
    public void Menu_OptionWithNeitherKeyNorPhrase_IsRefused() => FluentActions.Invoking(() => Menu.Say("?").Option("a"))
        .Should().Throw<ArgumentException>().WithMessage("The option 'a' has neither a key nor a phrase.*");

    [Theory]
    [InlineData(0)]
    [InlineData(21)]
    public void Menu_TriesOutOfRange_AreRefused(int tries) =>
        FluentActions.Invoking(() => Menu.Say("?").Tries(tries)).Should().Throw<ArgumentOutOfRangeException>();

    [Fact]
    public void Menu_Changed_LeavesTheOldOneAsItWas()
    {
        Menu one = Menu.Say("?").Option("one", Tone.One);

        Menu two = one.Option("two", Tone.Two).Tries(7);

        one.Options.Should().ContainSingle();
        one.TryCount.Should().Be(3);
        two.Options.Should().HaveCount(2);
    }

    private static IEnumerable<string> PromptsOf(FlowHost host) =>
        host.Service.Sent<Recognize>().Select(recognize => string.Join(' ', recognize.Prompts.Select(prompt => ((TextPrompt)prompt).Content)));
}
