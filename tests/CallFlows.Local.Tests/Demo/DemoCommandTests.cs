using CallFlows.Emulator.Phones;
using CallFlows.Local.Demo;
using Spectre.Console;

namespace CallFlows.Local.Tests.Demo;

public sealed class DemoCommandTests
{
    [Fact]
    public async Task Demo_AsScripted_ShowsEveryCallAndSucceeds()
    {
        (int exitCode, string output) = await RunAsync(new DemoPlay());

        exitCode.Should().Be(0, output);
        output.Should().ContainAll(
            "Ann → clinic", "\"You have an appointment on Monday at ten.", "gives no answer", "Sorry, I did not hear you.",
            "presses 421337", "sales takes the call", "sales: busy", "clinic → Fay", "no answer", "presses 1 (\"confirm\")",
            "Every call went as scripted.");
        output.Should().NotContain("+1425", "people of the demo have names");
    }

    [Fact]
    public async Task Demo_SomebodyActsOtherwise_SaysWhoAndWhatAndFails()
    {
        DemoPlay play = new();
        DemoCall ann = play.Calls[0];
        DemoPlay changed = new()
        {
            Calls =
            [
                ann with
                {
                    Script = PhoneScript.Create().Calls("+14255550100").Hears("You have an appointment").Presses("2")
                        .Hears("see you then", HearPoint.End),
                },
                .. play.Calls.Skip(1),
            ],
        };

        (int exitCode, string output) = await RunAsync(changed);

        exitCode.Should().Be(1);
        output.Should().ContainAll(
            "2 things differed from the script:",
            "Ann: the phone's script ended otherwise",
            "see you then",
            "the clinic's diary should say 'confirm' for appointment A-1; it says 'cancel'");
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(DemoPlay play)
    {
        StringWriter output = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 200;
        int exitCode = await new DemoCommand(console).RunAsync(play, TestContext.Current.CancellationToken);
        return (exitCode, output.ToString());
    }
}
