using CallFlows.CallAutomation.EventGrid;
using CallFlows.Functions.Tests.Infra.Reading;
using CallFlows.Protocol.EventGrid;

namespace CallFlows.Functions.Tests.Infra;

public sealed class EventSubscriptionTests
{
    private static readonly BicepTemplate Template = BicepTemplate.Load("infra/events.bicep");

    private static readonly string[] Types =
    [
        .. Template.Code.Split('\n').Select(line => line.Trim().Trim('\''))
            .Where(line => line.StartsWith("Microsoft.Communication.", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> SubscribedTypes => [.. Types];

    [Fact]
    public void EventTypes_OfTheSubscriptions_AreThoseOfCallsThatTheAppTakes() =>
        // Users of the chat and calling clients are no part of a call that the app is in.
        Types.Should().BeEquivalentTo(EventGridEventTypes.OfCalling.Except([EventGridEventTypes.UserDisconnected]));

    [Theory]
    [MemberData(nameof(SubscribedTypes))]
    public void Event_OfASubscribedType_IsKnownToTheApp(string type)
    {
        byte[] cloudEvent = System.Text.Encoding.UTF8.GetBytes(
            $$"""{ "specversion": "1.0", "id": "1", "source": "/acs", "type": "{{type}}", "subject": "call", "data": { } }""");

        new EventGridParser().Parse(cloudEvent).Should().ContainSingle().Which.Should().NotBeOfType<OtherEventItem>();
    }

    [Fact]
    public void Functions_OfTheSubscriptions_AreTheTwoOfTheApp() =>
        Template.Literals("function").Should().Equal("IncomingCall", "ServiceEvents");

    [Fact]
    public void IncomingCall_AloneInItsSubscription_IsForgottenWithinAMinute()
    {
        Template.Code.Should().MatchRegex(
            @"function: 'IncomingCall'\s+eventTypes: \[\s+'Microsoft.Communication.IncomingCall'\s+\]\s+minutes: incomingCallMinutes\s");
        Template.Code.Should().Contain("param incomingCallMinutes int = 1\n");
    }

    [Fact]
    public void Subscriptions_OfTheApp_DeliverCloudEventsAndKeepWhatIsLeftByIdentity()
    {
        Template.Literals("eventDeliverySchema").Should().Equal("CloudEventSchemaV1_0");
        Template.Code.Should().MatchRegex(@"deadLetterWithResourceIdentity: {\s+identity: {\s+type: 'SystemAssigned'");
    }
}
