using CallFlows.Cli.Api;
using CallFlows.Cli.Output;
using Spectre.Console;

namespace CallFlows.Cli.Tests.Output;

public sealed class ScreenTests
{
    private static readonly Instance Failed = new() { Id = "call-1", Flow = "Line", Status = "failed", Outcome = "failed: no" };

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(true, "", true)]
    [InlineData(true, "1", false)]
    [InlineData(false, null, false)]
    public void Colors_AreShownOnlyToATerminalThatWantsThem(bool isTerminal, string? noColor, bool colored)
    {
        ColorSystemSupport colors = Screen.ColorsOf(new Surroundings
        {
            Out = TextWriter.Null,
            Error = TextWriter.Null,
            Variable = name => name == "NO_COLOR" ? noColor : null,
            IsTerminal = isTerminal,
        });

        colors.Should().Be(colored ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors);
    }

    [Fact]
    public void Table_ForAFile_HasNoBrokenLinesAndNoSpacesAtTheirEnds()
    {
        StringWriter output = new();
        Screen screen = new(new Surroundings { Out = output, Error = TextWriter.Null, Variable = _ => null });

        screen.Write(InstanceTable.Of([Failed with { Outcome = new string('x', 500) }, Failed]));

        string[] lines = output.ToString().TrimEnd().Split(Environment.NewLine);
        lines.Should().HaveCount(3).And.OnlyContain(line => line == line.TrimEnd());
        lines[1].Should().EndWith(new string('x', 500));
    }
}
