using CallFlows.Cli.Values;

namespace CallFlows.Cli.Tests.Values;

public sealed class MomentTests
{
    private sealed class Noon : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    }

    [Theory]
    [InlineData("2026-03-01", "2026-03-01T00:00:00.0000000Z")]
    [InlineData("2026-03-01T09:30", "2026-03-01T09:30:00.0000000Z")]
    [InlineData("2026-03-01 09:30:15", "2026-03-01T09:30:15.0000000Z")]
    [InlineData("2026-03-01T09:30:15+02:00", "2026-03-01T07:30:15.0000000Z")]
    [InlineData("2h", "2026-03-02T10:00:00.0000000Z")]
    public void Moment_AsPeopleWriteIt_IsReadInUtc(string text, string expected)
    {
        Moment.TryParse(text, new Noon(), out DateTimeOffset? moment).Should().BeTrue();
        Moment.ForQuery(moment).Should().Be(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("03/02/2026")]
    [InlineData("yesterday")]
    [InlineData("2026-02-30")]
    public void Moment_ThatIsNone_IsNotRead(string text) => Moment.TryParse(text, new Noon(), out _).Should().BeFalse();
}
