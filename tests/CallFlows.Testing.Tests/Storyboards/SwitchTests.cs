using CallFlows.Testing.Storyboards;

namespace CallFlows.Testing.Tests.Storyboards;

public sealed class SwitchTests
{
    [Theory]
    [InlineData(null, null, false, false)]
    [InlineData("", "false", false, false)]
    [InlineData("0", "true", false, true)]
    [InlineData("1", "True", true, true)]
    public void Switches_OfTheEnvironment_AreRead(string? accept, string? ci, bool accepts, bool isCi) =>
        StoryboardSwitches.Read(name => name == "CI" ? ci : accept).Should().Be(new StoryboardSwitches(accepts, isCi));

    [Fact]
    public void Switch_WithAnotherValue_IsRefused()
    {
        Action read = () => StoryboardSwitches.Read(_ => "yes");

        read.Should().Throw<InvalidOperationException>().WithMessage("CALLFLOWS_ACCEPT is 'yes'; it must be 1 to accept what happens, or not be set.");
    }
}
