using CallFlows.CallAutomation.EventGrid;

namespace CallFlows.CallAutomation.Tests.EventGrid;

public sealed class CloudEventsHandshakeTests
{
    [Fact]
    public void EventGrid_WithoutAWantedRate_MaySend()
    {
        new CloudEventsHandshake().Decide("EventGrid.azure.net", null).Should().Be(new CloudEventsPermission("eventgrid.azure.net", null));
    }

    [Fact]
    public void EventGrid_WithAWantedRate_IsToldAny()
    {
        new CloudEventsHandshake().Decide("eventgrid.azure.net", "120").Should().Be(new CloudEventsPermission("eventgrid.azure.net", "*"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("evil.example")]
    public void Anyone_Else_MayNotSend(string? origin)
    {
        new CloudEventsHandshake().Decide(origin, null).Should().BeNull();
    }

    [Fact]
    public void ConfiguredOrigin_InsteadOfEventGrid_MaySend()
    {
        CloudEventsHandshake handshake = new("localhost");

        handshake.Decide("localhost", null).Should().NotBeNull();
        handshake.Decide("eventgrid.azure.net", null).Should().BeNull();
    }
}
