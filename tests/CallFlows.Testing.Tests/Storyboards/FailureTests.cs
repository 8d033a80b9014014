using CallFlows.Calls;
using CallFlows.Calls.Asking;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Recognition;
using CallFlows.Samples.Clinic;
using CallFlows.Testing.Storyboards;

namespace CallFlows.Testing.Tests.Storyboards;

/// <summary>What a storyboard that fails says, as a whole.</summary>
public sealed class FailureTests : IDisposable
{
    private static readonly StoryboardSwitches Usual = new(Accepts: false, IsContinuousIntegration: false);
    private static readonly StoryboardSwitches Accepting = new(Accepts: true, IsContinuousIntegration: false);

    private readonly StoryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public sealed class Desk : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayAsync("Welcome to Contoso.");
            Choice choice = await call.AskAsync(Menu.Say("For sales press 1.").Option("sales", Tone.One).Option("other", Tone.Two).Option("wait", Tone.Three).Tries(1));
            if (choice.Is("other"))
            {
                throw new InvalidOperationException("There is nobody else.");
            }

            if (choice.Is("wait"))
            {
                await call.Flow.WaitForSignalAsync<string>("never");
            }

            if (choice.Given)
            {
                await call.TransferAsync(CallEndpoint.Phone("+14255550190"));
            }

            await call.PlayAsync("Goodbye.");
        }
    }

    public sealed class Radio : InboundCallFlow
    {
        protected override async Task RunAsync(IncomingCall incoming)
        {
            Call call = await incoming.AnswerAsync();
            await call.PlayLoopAsync("La la la.");
        }
    }

    [Fact]
    public Task Prompt_OtherThanTold_IsShownBesideWhatWasTold() => ExpectAsync(
        """
        # A caller says nothing

        Caller (+14255550123) calls +14255550100
        System: Welcome to Contoso!
        System: For sales …
        Caller: is silent
        System: Goodbye.
        System: hangs up
        """,
        """
        Call.story:4: the calls did not go as the storyboard says (-), but so (+):

          Caller (+14255550123) calls +14255550100
        - System: Welcome to Contoso!
        + System: Welcome to Contoso.
          System: For sales …
          Caller: is silent
          System: Goodbye.
          System: hangs up

        If this is as it should be, run the test with CALLFLOWS_ACCEPT=1: it writes the storyboard anew.
        """);

    [Fact]
    public Task Prompts_MissingAndAdded_AreShownWhereTheyBelong() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        System: Welcome to Contoso.
        System: We are open.
        System: For sales press 1.
        Caller: hangs up
        System: Goodbye.
        """,
        """
        Call.story:3: the calls did not go as the storyboard says (-), but so (+):

          Caller (+14255550123) calls +14255550100
          System: Welcome to Contoso.
        - System: We are open.
          System: For sales press 1.
          Caller: hangs up
        - System: Goodbye.

        If this is as it should be, run the test with CALLFLOWS_ACCEPT=1: it writes the storyboard anew.
        """);

    [Fact]
    public Task Prompts_NotTold_AreShown() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        Caller: hangs up
        """,
        """
        Call.story:2: the calls did not go as the storyboard says (-), but so (+):

          Caller (+14255550123) calls +14255550100
        + System: Welcome to Contoso.
        + System: For sales press 1.
          Caller: hangs up

        If this is as it should be, run the test with CALLFLOWS_ACCEPT=1: it writes the storyboard anew.
        """);

    [Fact]
    public Task Line_AfterTheCallsEnd_IsToldWithTheReason() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        System: Welcome to Contoso.
        System: For sales press 1.
        Caller: is silent
        System: Goodbye.
        System: hangs up
        Caller: presses 1
        Caller: says "hello"
        """,
        """
        Call.story:7: the calls did not go as the storyboard says (-), but so (+):

          Caller (+14255550123) calls +14255550100
          System: Welcome to Contoso.
          System: For sales press 1.
          Caller: is silent
          System: Goodbye.
          System: hangs up
        - Caller: presses 1
        - Caller: says "hello"

        Line 7 could not be carried out: Caller's call had ended.
        """);

    [Fact]
    public Task Line_AfterTheCallsEnd_CannotBeAccepted() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        Caller: is silent
        Caller: presses 1
        """,
        """
        Call.story:2: the calls did not go as the storyboard says (-), but so (+):

          Caller (+14255550123) calls +14255550100
        + System: Welcome to Contoso.
        + System: For sales press 1.
          Caller: is silent
        - Caller: presses 1
        + System: Goodbye.
        + System: hangs up

        Line 3 could not be carried out: Caller's call had ended.

        CALLFLOWS_ACCEPT is set, but this can't be accepted: the storyboard would fail again.
        """,
        Accepting);

    [Fact]
    public Task Flow_ThatFails_IsTold() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        System: Welcome to Contoso.
        System: For sales press 1.
        Caller: presses 2
        System: hangs up
        """,
        """
        Call.story:5: all went as the storyboard says, up to this:

          Caller (+14255550123) calls +14255550100
          System: Welcome to Contoso.
          System: For sales press 1.
          Caller: presses 2
          System: hangs up

        Desk failed: There is nobody else.
        """);

    [Fact]
    public Task Flow_ThatNeverEnds_IsToldWithWhatItWaitsFor() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        System: Welcome to Contoso.
        System: For sales press 1.
        Caller: presses 3
        """,
        """
        Call.story:4: all went as the storyboard says, up to this:

          Caller (+14255550123) calls +14255550100
          System: Welcome to Contoso.
          System: For sales press 1.
          Caller: presses 3

        The flows do not end: nothing more can happen. Desk waits at FailureTests.cs:35 for WaitForSignalAsync never.
        """);

    [Fact]
    public Task Call_ThatGoesOnForEver_IsTold() => ExpectAsync<Radio>(
        """
        Caller (+14255550123) calls +14255550100
        System: La la la.
        Caller: presses 1
        """,
        """
        Call.story:3: all went as the storyboard says, up to this:

          Caller (+14255550123) calls +14255550100
          System: La la la.
          Caller: presses 1

        The flows do not end: it goes on for too long. Radio waits at FailureTests.cs:52 for PlayLoopAsync.
        """);

    [Fact]
    public Task Call_ToSomebodyUnknown_IsToldWithHowToIntroduceThem() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        System: Welcome to Contoso.
        System: For sales press 1.
        Caller: presses 1
        System: transfers to +14255550190
        """,
        """
        Call.story:5: all went as the storyboard says, up to this:

          Caller (+14255550123) calls +14255550100
          System: Welcome to Contoso.
          System: For sales press 1.
          Caller: presses 1
          System: transfers to +14255550190

        +14255550190 was called, who is not in the storyboard. Introduce them at its beginning, for instance: Agent (+14255550190) declines
        """);

    [Fact]
    public Task Difference_OnABuildServer_IsNotAccepted() => ExpectAsync(
        """
        Caller (+14255550123) calls +14255550100
        Caller: hangs up
        """,
        """
        Call.story:2: the calls did not go as the storyboard says (-), but so (+):

          Caller (+14255550123) calls +14255550100
        + System: Welcome to Contoso.
        + System: For sales press 1.
          Caller: hangs up

        CALLFLOWS_ACCEPT is set, but so is CI: on a build server nothing is accepted. Run the test where the file is written by hand.
        """,
        Accepting with { IsContinuousIntegration = true });

    [Fact]
    public async Task File_ThatIsNotThere_IsToldWithHowToBegin()
    {
        Func<Task> run = () => Storyboard.RunAsync<Desk>("Nothing.story");

        (await run.Should().ThrowAsync<StoryboardException>()).Which.Message.Should().EndWith(
            "Nothing.story:1: There is no such file. Its path is taken from the folder of the test's source, as the compiler knows it; "
            + "where the build maps paths of sources, give an absolute one. To begin, write what people do, such as "
            + "'Caller (+14255550123) calls +14255550100', and run the test with CALLFLOWS_ACCEPT=1.");
    }

    [Fact]
    public Task Event_UnknownToTheTest_IsTold() => ExpectAsync(
        "* The shop closes",
        "Call.story:1: 'The shop closes' is nothing that the test can make happen. Give it to the test, by these words: Storyboard.RunAsync(test, file, events).");

    [Fact]
    public async Task Event_UnknownToTheTest_IsToldWithThoseThatAreKnown()
    {
        string file = _folder.Write("* The flow begins");

        Func<Task> run = () => Storyboard.RunAsync<Reminder, Appointment, ReminderOutcome>(file, new Appointment("A-1", CallEndpoint.Phone("+14255550123"), "Monday"));

        (await run.Should().ThrowAsync<StoryboardException>()).Which.Message.Should().Be(
            $"{file}:1: 'The flow begins' is nothing that the test can make happen. It knows: * The flow starts");
    }

    [Fact]
    public async Task Start_ThatIsNotTold_IsAskedFor()
    {
        string file = _folder.Write("# A reminder\nPatient (+14255550123) answers");

        Func<Task> run = () => Storyboard.RunAsync<Reminder, Appointment, ReminderOutcome>(file, new Appointment("A-1", CallEndpoint.Phone("+14255550123"), "Monday"));

        (await run.Should().ThrowAsync<StoryboardException>()).Which.Message.Should().Be(
            $"{file}:2: The flow is started by the test, but the storyboard does not tell when. Add the line: * The flow starts");
    }

    private Task ExpectAsync(string storyboard, string message, StoryboardSwitches? switches = null) => ExpectAsync<Desk>(storyboard, message, switches);

    private async Task ExpectAsync<TFlow>(string storyboard, string message, StoryboardSwitches? switches = null)
        where TFlow : InboundCallFlow
    {
        string file = _folder.Write(storyboard);
        await using CallFlowTest test = CallFlowTest.For<TFlow>();

        Func<Task> run = () => Storyboard.RunAsync(test, file, null, switches ?? Usual, "");

        StoryboardException thrown = (await run.Should().ThrowAsync<StoryboardException>()).Which;
        thrown.Message.Should().Be(message.Replace("Call.story", file, StringComparison.Ordinal));
        thrown.File.Should().Be(file);
        StoryFolder.Text(file).Should().Be(storyboard);
    }
}
