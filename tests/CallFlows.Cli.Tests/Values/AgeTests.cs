using CallFlows.Cli.Values;

namespace CallFlows.Cli.Tests.Values;

public sealed class AgeTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("15m", 900)]
    [InlineData("2h", 7200)]
    [InlineData("30d", 2_592_000)]
    [InlineData("4w", 2_419_200)]
    [InlineData("0s", 0)]
    [InlineData("36500d", 3_153_600_000)]
    public void Age_AsPeopleWriteIt_IsRead(string text, long seconds)
    {
        Age.TryParse(text, out TimeSpan? age).Should().BeTrue();
        age.Should().Be(TimeSpan.FromSeconds(seconds));
    }

    [Theory]
    [InlineData("")]
    [InlineData("d")]
    [InlineData("30")]
    [InlineData("-1d")]
    [InlineData("1.5h")]
    [InlineData("30 d")]
    [InlineData("3y")]
    [InlineData("36501d")]
    [InlineData("9999999999d")]
    public void Age_ThatIsNone_IsNotRead(string text) => Age.TryParse(text, out _).Should().BeFalse();
}
