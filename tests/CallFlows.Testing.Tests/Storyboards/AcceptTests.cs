using CallFlows.Endpoints;
using CallFlows.Samples.Clinic;
using CallFlows.Testing.Storyboards;

namespace CallFlows.Testing.Tests.Storyboards;

public sealed class AcceptTests : IDisposable
{
    private static readonly StoryboardSwitches Usual = new(Accepts: false, IsContinuousIntegration: false);
    private static readonly StoryboardSwitches Accepting = new(Accepts: true, IsContinuousIntegration: false);

    private readonly StoryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public Task Accept_OfWhatPeopleDoAlone_WritesWhatIsHeard() => ExpectAsync(
        """
        # A patient cancels

        Caller (+14255550123) calls +14255550100
        Caller: says "maybe"
        Caller: presses 2

        """,
        """
        # A patient cancels

        Caller (+14255550123) calls +14255550100
        System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
        Caller: says "maybe"
        System: That is not one of the choices.
        System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
        Caller: presses 2
        System: Your appointment is cancelled. Goodbye.
        System: hangs up

        """);

    [Fact]
    public Task Accept_OfOtherPrompts_KeepsPeopleAndComments() => ExpectAsync(
        """
        # A patient says nothing
          Caller (+14255550123)  calls +14255550100

        # The question
        System: You have a meeting on Monday.
        System: You may confirm it.
        Caller: is silent

        # Once more
        System: Sorry …
        Caller: is silent
        System: Never mind.
        Caller: waits 1 min

        # No more tries
        System to Caller: hangs up
        """,
        """
        # A patient says nothing
          Caller (+14255550123)  calls +14255550100

        # The question
        System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
        Caller: is silent

        # Once more
        System: Sorry …
        System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
        Caller: is silent
        System: Sorry, I did not hear you.
        Caller: waits 1 min
        System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.
        System: Please call again when you have decided. Goodbye.

        # No more tries
        System to Caller: hangs up
        """);

    [Fact]
    public Task Accept_OfAFileWithCarriageReturns_KeepsThem() => ExpectAsync(
        "\uFEFFCaller (+14255550123) calls +14255550100\r\nCaller: hangs up",
        "\uFEFFCaller (+14255550123) calls +14255550100\r\n"
        + "System: You have an appointment on Monday. To confirm press 1 or say confirm. To cancel press 2 or say cancel.\r\nCaller: hangs up");

    [Fact]
    public async Task Accept_OfWhatIsEqual_WritesNothing()
    {
        string file = _folder.Write(
            """
            Caller (+14255550123) calls +14255550100
            System: You have …
            Caller: hangs up
            """);
        DateTime written = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(file, written);

        await RunAsync(file, Accepting);

        File.GetLastWriteTimeUtc(file).Should().Be(written);
    }

    /// <summary>What was accepted is what happens: the storyboard holds from then on, and is accepted without a change.</summary>
    private async Task ExpectAsync(string before, string after)
    {
        string file = _folder.Write(before);

        await RunAsync(file, Accepting);
        StoryFolder.Text(file).Should().Be(after.TrimStart('\uFEFF'));
        byte[] accepted = await File.ReadAllBytesAsync(file);
        await RunAsync(file, Usual);
        await RunAsync(file, Accepting);

        (await File.ReadAllBytesAsync(file)).Should().Equal(accepted).And.Equal(System.Text.Encoding.UTF8.GetBytes(after));
    }

    private static async Task RunAsync(string file, StoryboardSwitches switches)
    {
        await using CallFlowTest test = CallFlowTest.For<AppointmentLine>()
            .With<IClinic>(new InMemoryClinic(new Appointment("A-1", CallEndpoint.Phone("+14255550123"), "Monday")));
        await Storyboard.RunAsync(test, file, null, switches, "");
    }
}
