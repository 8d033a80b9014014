using System.Text.Json;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

/// <summary>Events about calls for everybody who subscribes.</summary>
public sealed class CallReportTests
{
    private const string User = "8:acs:resource_ann";

    private static async Task<string> TalkAsync(Emulated emulated, string target)
    {
        emulated.Phone(target).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        object identifier = target.StartsWith('+') ? Bodies.Number(target) : Bodies.User(target);
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(identifier));
        await emulated.RunAsync(5);
        return created.Body.GetProperty("callConnectionId").GetString()!;
    }

    private static string[] Types(Emulated emulated) => emulated.App.EventGrid
        .Where(request => request.Type == "Notification")
        .Select(request => request.Body[0].GetProperty("eventType").GetString()!["Microsoft.Communication.".Length..])
        .ToArray();

    [Fact]
    public async Task Call_WithAUser_IsReportedFromStartToEnd()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string id = await TalkAsync(emulated, User);

        await emulated.Phone(User).HangUpAsync();
        await emulated.RunAsync(2);

        Types(emulated).Should().BeEquivalentTo("CallStarted", "CallParticipantAdded", "CallParticipantRemoved", "CallEnded");
        string serverCallId = emulated.App.Single("CallConnected").Data.GetProperty("serverCallId").GetString()!;
        JsonElement added = emulated.App.Events("CallParticipantAdded").Single();
        added.GetProperty("subject").GetString().Should().Be($"call/{serverCallId}/participant/{User}");
        added.GetProperty("data").GetProperty("user").GetProperty("communicationIdentifier").GetProperty("rawId").GetString().Should().Be(User);
        added.GetProperty("data").GetProperty("participantId").GetString()
            .Should().Be(emulated.App.Events("CallParticipantRemoved").Single().GetProperty("data").GetProperty("participantId").GetString());
        JsonElement ended = emulated.App.Events("CallEnded").Single().GetProperty("data");
        ended.GetProperty("serverCallId").GetString().Should().Be(serverCallId);
        ended.GetProperty("endedBy").GetProperty("communicationIdentifier").GetProperty("rawId").GetString().Should().Be(User);
        ended.GetProperty("callDurationInSeconds").GetDouble().Should().BeApproximately(4, 0.5);
        ended.GetProperty("isTwoParty").GetBoolean().Should().BeTrue();
        emulated.App.EventsOf(id).Should().Contain("CallDisconnected");
    }

    [Fact]
    public async Task Call_OfTelephonesAlone_IsNotReported()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string id = await TalkAsync(emulated, "+15551230009");

        await emulated.PostAsync($"callConnections/{id}:terminate");
        await emulated.RunAsync(2);

        Types(emulated).Should().BeEmpty();
    }

    [Fact]
    public async Task User_WhoJoinsATelephoneCall_MakesItReported()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string id = await TalkAsync(emulated, "+15551230009");
        emulated.Phone(User).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));

        await emulated.PostAsync($"callConnections/{id}/participants:add", new { participantToAdd = Bodies.User(User) });
        await emulated.RunAsync(3);

        Types(emulated).Should().BeEquivalentTo("CallStarted", "CallParticipantAdded");
    }

    [Fact]
    public async Task Subscription_OfSomeTypes_GetsOnlyThose()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.EventGrid.Subscriptions.Add(new EventGridSubscriptionOptions
        {
            Name = "reports",
            Endpoint = FakeApp.EventGridUri,
            EventTypes = ["Microsoft.Communication.CallEnded"],
        }));
        await TalkAsync(emulated, User);
        await emulated.Phone().CallAsync(Emulated.AppNumber);
        await emulated.RunAsync(1);

        await emulated.Phone(User).HangUpAsync();
        await emulated.RunAsync(2);

        Types(emulated).Should().Equal("CallEnded");
    }

    [Fact]
    public async Task Subscription_OfAnUnknownType_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply refused = await emulated.ControlAsync(
            HttpMethod.Put, "eventgrid/subscriptions/x", new { endpoint = FakeApp.EventGridUri, eventTypes = new[] { "Contoso.Novelty" } });

        refused.Status.Should().Be(400);
        refused.Text.Should().Contain("Contoso.Novelty").And.Contain("Microsoft.Communication.CallEnded");
    }

    [Theory]
    [InlineData(EventGridSchema.EventGrid, 1)]
    [InlineData(EventGridSchema.CloudEvents, 0)]
    public async Task Subscription_ThatIsDeleted_IsToldInEventGridsOwnSchema(EventGridSchema schema, int told)
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync(schema);

        await emulated.ControlAsync(HttpMethod.Delete, "eventgrid/subscriptions/app");
        await emulated.RunAsync(1);

        ReceivedRequest[] deletions = [.. emulated.App.EventGrid.Where(request => request.Type == "SubscriptionDeletion")];
        deletions.Select(request => request.Body[0].GetProperty("data").GetProperty("eventSubscriptionId").GetString()!.Split('/')[^1])
            .Should().Equal(Enumerable.Repeat("app", told));
    }

    [Fact]
    public async Task Event_SentByHand_ReachesTheSubscriptions()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        var data = new { userCommunicationIdentifier = new { rawId = User } };

        RestReply sent = await emulated.ControlAsync(
            HttpMethod.Post, "eventgrid/events", new { type = "Microsoft.Communication.UserDisconnected", subject = "user/x", data });
        RestReply unknown = await emulated.ControlAsync(HttpMethod.Post, "eventgrid/events", new { type = "Contoso.Novelty", data });
        RestReply empty = await emulated.ControlAsync(HttpMethod.Post, "eventgrid/events", new { type = "Microsoft.Communication.UserDisconnected", data = 7 });
        await emulated.RunAsync(1);

        sent.Status.Should().Be(200);
        emulated.App.Events("UserDisconnected").Should().ContainSingle().Which.GetProperty("id").GetString().Should().Be(sent.Body.GetProperty("id").GetString());
        new[] { unknown, empty }.Should().OnlyContain(reply => reply.Status == 400);
        unknown.Text.Should().Contain("'type' must be one of");
        empty.Text.Should().Contain("'data' must be an object");
    }
}
