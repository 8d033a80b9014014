namespace CallFlows.Engine.Tests.Retention;

public sealed class RetentionPolicyTests
{
    [Fact]
    public void Age_OfAnOrchestrator_IsItsOwnOrTheDefault()
    {
        RetentionPolicy policy = new()
        {
            DefaultAge = TimeSpan.FromDays(30),
            Ages = new Dictionary<string, TimeSpan?> { ["short"] = TimeSpan.FromHours(1), ["kept"] = null },
        };

        policy.AgeOf("short").Should().Be(TimeSpan.FromHours(1));
        policy.AgeOf("kept").Should().BeNull();
        policy.AgeOf("Short").Should().Be(TimeSpan.FromDays(30), "names are compared exactly");
    }

    [Fact]
    public void Ages_ChangedByTheirOwnerAfterwards_StayAsTheyWere()
    {
        Dictionary<string, TimeSpan?> ages = new() { ["flow"] = TimeSpan.FromHours(1) };
        RetentionPolicy policy = new() { Ages = ages };

        ages["flow"] = null;

        policy.AgeOf("flow").Should().Be(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(36_501 * 86_400.0)]
    public void Age_OutOfRange_IsRefusedAndNamed(double seconds)
    {
        TimeSpan age = TimeSpan.FromSeconds(seconds);

        FluentActions.Invoking(() => new RetentionPolicy { DefaultAge = age })
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*1 second to 36,500 days*DefaultAge*");
        FluentActions.Invoking(() => new RetentionPolicy { Ages = new Dictionary<string, TimeSpan?> { ["flow"] = age } })
            .Should().Throw<ArgumentOutOfRangeException>().WithMessage("*1 second to 36,500 days*Ages*flow*");
    }
}
