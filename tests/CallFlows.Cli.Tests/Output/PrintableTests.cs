using CallFlows.Cli.Output;

namespace CallFlows.Cli.Tests.Output;

public sealed class PrintableTests
{
    [Theory]
    [InlineData("plain é•••", "plain é•••")]
    [InlineData("\u001b[31mred\u009b0m", "?[31mred?0m")]
    [InlineData("one\r\ntwo\rthree\nfour", "one two three four")]
    public void Line_WithControlCharacters_HasNoneLeft(string text, string line) => Printable.Line(text).Should().Be(line);

    [Fact]
    public void Lines_OfAText_StayLines() => Printable.Lines("one\ntwo\t\u0007").Should().Be("one\ntwo??");
}
