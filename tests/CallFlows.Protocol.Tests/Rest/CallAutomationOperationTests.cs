using CallFlows.Protocol.Rest;

namespace CallFlows.Protocol.Tests.Rest;

public sealed class CallAutomationOperationTests
{
    [Fact]
    public void Operations_TakenTogether_AreTheThirtyFourOfTheService()
    {
        CallAutomationOperations.All.Should().HaveCount(34);
        CallAutomationOperations.All.Select(o => (o.Method, o.Template)).Should().OnlyHaveUniqueItems();
        CallAutomationOperations.All.Count(o => o.TakesRepeatability).Should().Be(14);
    }

    [Theory]
    [InlineData("2023-03-06", "2026-03-12")]
    [InlineData("2025-05-15", "2026-03-12")]
    [InlineData("2024-11-15-preview", "2026-03-12")]
    [InlineData("2025-08-15-preview", "2025-08-15-preview")]
    [InlineData("2026-03-12", "2026-03-12")]
    [InlineData("2027-01-01", "2027-01-01")]
    public void VersionFor_AnOperationThatCameLater_IsOneThatHasIt(string usual, string asked)
    {
        CallAutomationOperations.MoveParticipants.Availability.VersionFor(usual).Should().Be(asked);
        CallAutomationOperations.MoveParticipants.Availability.IsIn(usual).Should().Be(usual == asked);
        CallAutomationOperations.AddParticipant.Availability.VersionFor(usual).Should().Be(usual);
    }

    [Theory]
    [InlineData("2025-05-15", "2024-09-01-preview")]
    [InlineData("2026-03-12", "2024-09-01-preview")]
    [InlineData("2025-08-15-preview", "2024-09-01-preview")]
    [InlineData("2023-06-15-preview", "2024-09-01-preview")]
    [InlineData("2024-06-15-preview", "2024-06-15-preview")]
    public void VersionFor_AnOperationOfPreviewsOnly_IsTheUsualOneOrTheLastThatHasIt(string usual, string asked) =>
        CallAutomationOperations.UnmuteParticipant.Availability.VersionFor(usual).Should().Be(asked);

    [Fact]
    public void Path_WithValues_EncodesThem()
    {
        CallAutomationOperations.GetParticipant.Path("abc", "4:+15551234567")
            .Should().Be("/calling/callConnections/abc/participants/4%3A%2B15551234567");
        CallAutomationOperations.Play.Path("{x}").Should().Be("/calling/callConnections/%7Bx%7D:play");
        CallAutomationOperations.CreateCall.Path().Should().Be("/calling/callConnections");
    }

    [Fact]
    public void Path_WithTheWrongNumberOfValues_IsRefused()
    {
        FluentActions.Invoking(() => CallAutomationOperations.Play.Path()).Should().Throw<ArgumentException>().WithMessage("*needs more values*");
        FluentActions.Invoking(() => CallAutomationOperations.Play.Path("a", "b")).Should().Throw<ArgumentException>().WithMessage("*fewer placeholders*");
        FluentActions.Invoking(() => CallAutomationOperations.Play.Path("")).Should().Throw<ArgumentException>();
    }
}
