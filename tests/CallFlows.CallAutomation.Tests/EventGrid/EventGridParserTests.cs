using System.Text;
using CallFlows.CallAutomation.EventGrid;
using CallFlows.Endpoints;
using CallFlows.Flows;
using CallFlows.Protocol;
using CallFlows.Protocol.Tests.Recordings;

namespace CallFlows.CallAutomation.Tests.EventGrid;

public sealed class EventGridParserTests(ITestOutputHelper output)
{
    private const string Call = """
        {"to":{"kind":"communicationUser","rawId":"8:acs:r_u","communicationUser":{"id":"8:acs:r_u"}},
        "from":{"kind":"phoneNumber","rawId":"4:+14255550101","phoneNumber":{"value":"+14255550101"}},"serverCallId":"s1","callerDisplayName":"Ann",
        "customContext":{"sipHeaders":{"User-To-User":"12"},"voipHeaders":{}},"incomingCallContext":"very-secret-context","correlationId":"r1"}
        """;

    private readonly EventGridParser _parser = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void IncomingCall_InEitherSchema_BecomesANotification(bool cloudEvents)
    {
        EventGridItem item = Parse($"[{Event(cloudEvents, "Microsoft.Communication.IncomingCall", Call)}]").Should().ContainSingle().Subject;

        IncomingCallNotification notification = item.Should().BeOfType<IncomingCallItem>().Subject.Notification;
        notification.From.Should().Be(CallEndpoint.Phone("+14255550101"));
        notification.To.Should().Be(CallEndpoint.User("8:acs:r_u"));
        notification.ServerCallId.Should().Be("s1");
        notification.IncomingCallContext.Should().Be("very-secret-context");
        notification.CallerDisplayName.Should().Be("Ann");
        notification.CorrelationId.Should().Be("r1");
        notification.CustomContext!.SipHeaders.Should().Contain("User-To-User", "12");
        notification.OnBehalfOf.Should().BeNull();
        item.Envelope.Should().Be(new EventGridEnvelope(0, "e1", "Microsoft.Communication.IncomingCall", "/caller/x", new DateTimeOffset(2025, 9, 2, 10, 15, 30, TimeSpan.Zero)));
        item.ToString().Should().NotContain("very-secret-context");
    }

    [Fact]
    public void IncomingCall_AsRecorded_BecomesANotification()
    {
        foreach (RecordedLine line in RecordedFiles.FixturesAndRecordings(RecordedFiles.Events, output).Where(l => !l.IsCallback))
        {
            foreach (bool cloudEvents in new[] { true, false })
            {
                EventGridItem item = Parse(Event(cloudEvents, "Microsoft.Communication.IncomingCall", line.Text)).Should().ContainSingle().Subject;

                item.Should().BeOfType<IncomingCallItem>("of {0}", line);
            }
        }
    }

    [Fact]
    public void SubscriptionValidation_OfANewSubscription_GivesTheAnswer()
    {
        SubscriptionValidationItem item = Parse($"[{Event(false, "Microsoft.EventGrid.SubscriptionValidationEvent", """{"validationCode":"512d38b6","validationUrl":"https://rp.example/v"}""")}]")
            .Should().ContainSingle().Which.Should().BeOfType<SubscriptionValidationItem>().Subject;

        Encoding.UTF8.GetString(ProtocolJson.Write(item.Response)).Should().Be("""{"validationResponse":"512d38b6"}""");
    }

    [Fact]
    public void SubscriptionDeleted_OfASubscription_NamesIt()
    {
        Parse($"[{Event(false, "Microsoft.EventGrid.SubscriptionDeletedEvent", """{"eventSubscriptionId":"/subscriptions/x"}""")}]")
            .Should().ContainSingle().Which.Should().BeOfType<SubscriptionDeletedItem>().Which.EventSubscriptionId.Should().Be("/subscriptions/x");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OtherEvents_OfUnknownType_AreKeptAsJson(bool cloudEvents)
    {
        OtherEventItem item = Parse(Event(cloudEvents, "Contoso.Novelty", """{"a":1}""")).Should().ContainSingle().Which.Should().BeOfType<OtherEventItem>().Subject;

        item.Data.ToString().Should().Be("""{"a":1}""");
    }

    [Fact]
    public void BadEvents_InABatch_AreReportedWithTheirIndexAndTheOthersStand()
    {
        string batch = string.Join(',',
            Event(false, "Microsoft.Communication.IncomingCall", Call),
            "7",
            """{"id":"e2","eventType":"Microsoft.Communication.IncomingCall"}""",
            Event(true, "Microsoft.Communication.IncomingCall", """{"to":{},"from":{"rawId":"4:+14255550101"},"serverCallId":"s1","incomingCallContext":"very-secret-context"}"""),
            Event(false, "Microsoft.Communication.IncomingCall", """{"to":7,"incomingCallContext":"very-secret-context"}"""),
            Event(true, "Microsoft.Communication.IncomingCall", Call));

        IReadOnlyList<EventGridItem> items = Parse($"[{batch}]");

        items.Select(i => i.GetType().Name).Should().Equal(
            nameof(IncomingCallItem), nameof(InvalidEventItem), nameof(InvalidEventItem), nameof(InvalidEventItem), nameof(InvalidEventItem), nameof(IncomingCallItem));
        items.Select(i => i.Envelope.Index).Should().Equal(0, 1, 2, 3, 4, 5);
        items.OfType<InvalidEventItem>().Select(i => i.Reason).Should().OnlyContain(reason => !reason.Contains("secret"));
        ((InvalidEventItem)items[2]).Envelope.Id.Should().Be("e2");
        ((InvalidEventItem)items[3]).Reason.Should().Be("The data has no usable 'to'.");
        ((InvalidEventItem)items[4]).Reason.Should().Be("The data has the wrong type at $.to.");
    }

    [Theory]
    [InlineData("Microsoft.EventGrid.SubscriptionValidationEvent", "{}", "validationCode")]
    [InlineData("Microsoft.Communication.RecordingFileStatusUpdated", """{"recordingStorageInfo":7}""", "wrong type at $.recordingStorageInfo")]
    public void SystemEvent_WithWrongData_IsInvalid(string type, string data, string reason)
    {
        Parse(Event(false, type, data)).Should().ContainSingle().Which.Should().BeOfType<InvalidEventItem>().Which.Reason.Should().Contain(reason);
    }

    [Theory]
    [InlineData("from")]
    [InlineData("to")]
    [InlineData("serverCallId")]
    [InlineData("incomingCallContext")]
    public void IncomingCall_WithoutARequiredProperty_IsInvalid(string property)
    {
        Dictionary<string, System.Text.Json.JsonElement> data = ProtocolJson.Read<Dictionary<string, System.Text.Json.JsonElement>>(Encoding.UTF8.GetBytes(Call));
        data.Remove(property);

        Parse(Event(true, "Microsoft.Communication.IncomingCall", Encoding.UTF8.GetString(ProtocolJson.Write(data))))
            .Should().ContainSingle().Which.Should().BeOfType<InvalidEventItem>().Which.Reason.Should().Contain($"'{property}'");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("7")]
    [InlineData("[]")]
    public void Delivery_ThatIsNoDelivery_IsRefused(string body)
    {
        FluentActions.Invoking(() => Parse(body)).Should().Throw<EventGridFormatException>();
    }

    [Fact]
    public async Task Delivery_FromAStream_IsBounded()
    {
        using MemoryStream body = new(new byte[EventGridParser.MaxBytes + 1]);

        Func<Task> parse = () => _parser.ParseAsync(body, TestContext.Current.CancellationToken);

        await parse.Should().ThrowAsync<EventGridFormatException>().WithMessage("*longer than*");
    }

    private static string Event(bool cloudEvents, string type, string data) => cloudEvents
        ? $$"""{"id":"e1","source":"/subscriptions/x","subject":"/caller/x","data":{{data}},"type":"{{type}}","time":"2025-09-02T10:15:30Z","specversion":"1.0"}"""
        : $$"""{"id":"e1","topic":"/subscriptions/x","subject":"/caller/x","data":{{data}},"eventType":"{{type}}","dataVersion":"1.0","metadataVersion":"1","eventTime":"2025-09-02T10:15:30Z"}""";

    private IReadOnlyList<EventGridItem> Parse(string body) => _parser.Parse(Encoding.UTF8.GetBytes(body));
}
