using CallFlows.Local.Serve;
using Spectre.Console;

namespace CallFlows.Local.Tests.Serve;

public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("--Local:Url=ftp://127.0.0.1", "Local:Url is 'ftp://127.0.0.1'")]
    [InlineData("--Local:EmulatorPort=70000", "Local:EmulatorPort is 70000")]
    [InlineData("--Local:EmulatorPort=many", "Local:EmulatorPort")]
    [InlineData("--Emulator:AccessKey=%%%", "AccessKey")]
    [InlineData("--CallFlows:EventGrid:Key=short", "EventGrid:Key")]
    [InlineData("--CallFlows:Store:MaxDatabaseBytes=5", "Store:MaxDatabaseBytes can't be 5")]
    [InlineData("--CallFlows:Store:Path=/dev/null/calls.db", "The folder of the store")]
    public async Task Serve_BadSetting_IsRefusedByName(string argument, string expected)
    {
        StringWriter output = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;

        // Free ports, so that the setting under test is all that is wrong.
        int exitCode = await new ServeCommand(console).RunAsync(
            [.. new[] { "--Local:Url=http://127.0.0.1:0", "--Local:EmulatorPort=0" }.Where(free => !argument.StartsWith(free.Split('=')[0], StringComparison.Ordinal)), argument],
            TestContext.Current.CancellationToken);

        exitCode.Should().Be(2);
        output.ToString().Should().ContainAll("can't start", expected);
    }
}
