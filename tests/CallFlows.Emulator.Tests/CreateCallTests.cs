using System.Text.Json;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class CreateCallTests
{
    [Fact]
    public async Task Create_PhoneAnswers_AnswersConnectingThenSendsConnectedAndRoster()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));

        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(2);

        created.Status.Should().Be(201);
        created.Body.EnumerateObject().Select(property => property.Name).Should().Equal(
            "callConnectionId", "targets", "callConnectionState", "callbackUri", "sourceCallerIdNumber", "sourceDisplayName",
            "source", "correlationId", "mediaStreamingSubscription");
        created.Body.GetProperty("callConnectionState").GetString().Should().Be("connecting");
        created.Headers["x-ms-client-request-id"].Should().Be("request-1");
        created.Headers["X-Microsoft-Skype-Chain-ID"].Should().Be(created.Body.GetProperty("correlationId").GetString());
        created.Headers["Content-Type"].Should().Be("application/json; charset=utf-8");

        ReceivedCallback connected = emulated.App.Single("CallConnected");
        connected.Uri.Should().Be(FakeApp.CallbackUri);
        connected.Body.GetArrayLength().Should().Be(1);
        connected.Event.EnumerateObject().Select(property => property.Name).Should().Equal(
            "id", "source", "type", "data", "time", "specversion", "datacontenttype", "subject");
        connected.Data.EnumerateObject().Select(property => property.Name).Should().Equal(
            "version", "operationContext", "resultInformation", "callConnectionId", "serverCallId", "correlationId", "publicEventType");
        connected.Context.Should().Be("create");
        connected.Result.Should().Be("200/0");
        connected.Data.GetProperty("version").GetString().Should().Be(Emulated.Version);

        ReceivedCallback roster = emulated.App.Single("ParticipantsUpdated");
        roster.Data.EnumerateObject().Select(property => property.Name).Should().Equal(
            "participants", "sequenceNumber", "resultInformation", "version", "callConnectionId", "serverCallId",
            "correlationId", "publicEventType");
        roster.Data.GetProperty("sequenceNumber").GetInt32().Should().Be(1);
        roster.Data.GetProperty("participants").EnumerateArray()
            .Select(participant => participant.GetProperty("identifier").GetProperty("kind").GetString())
            .Should().BeEquivalentTo("phoneNumber", "communicationUser");
    }

    [Fact]
    public async Task Create_NobodyDrivesThePhone_ItAnswersAfterThreeSeconds()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.User("8:acs:someone_1")));

        await emulated.RunAsync(2.9);
        emulated.App.Callbacks.Should().BeEmpty();
        await emulated.RunAsync(0.2);

        emulated.App.Callbacks.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("decline", "603/0")]
    [InlineData("busy", "486/560486")]
    [InlineData("ignore", "480/560480")]
    public async Task Create_PhoneIsNotReached_SendsCreateCallFailedAndDisconnected(string behavior, string result)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone().OnRing(behavior switch
        {
            "decline" => RingBehavior.Decline(TimeSpan.FromSeconds(1)),
            "busy" => RingBehavior.Busy,
            _ => RingBehavior.Ignore,
        });

        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(120);

        string id = created.Body.GetProperty("callConnectionId").GetString()!;
        emulated.App.EventsOf(id).Should().Equal("CreateCallFailed", "CallDisconnected");
        emulated.App.Callbacks.Should().AllSatisfy(callback => callback.Result.Should().Be(result));
        emulated.App.Callbacks.Should().AllSatisfy(callback => callback.Context.Should().Be("create"));
        (await emulated.GetAsync($"callConnections/{id}")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Create_SeveralTargets_ConnectsWithTheFirstAndListsTheSecondWhenItJoins()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        emulated.Phone("+15551230002").OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(5)));

        RestReply created = await emulated.PostAsync(
            "callConnections", Bodies.Create(Bodies.Number(Emulated.Caller), Bodies.Number("+15551230002")));
        await emulated.RunAsync(10);

        int[] sizes = emulated.App.Callbacks.Where(callback => callback.Name == "ParticipantsUpdated")
            .Select(callback => callback.Data.GetProperty("participants").GetArrayLength()).ToArray();
        sizes.Should().Equal(2, 3);
        emulated.App.EventsOf(created.Body.GetProperty("callConnectionId").GetString()!)
            .Should().ContainSingle(name => name == "CallConnected");
    }

    [Fact]
    public async Task Create_ManyCalls_OrderOfConnectedAndRosterDiffersButRepeatsInEveryRun()
    {
        string first = await OrdersAsync();
        string second = await OrdersAsync();

        first.Should().Be(second);
        first.Should().Contain("CallConnected,ParticipantsUpdated").And.Contain("ParticipantsUpdated,CallConnected");
    }

    [Fact]
    public async Task Create_RepeatedId_PlacesNoSecondCallAndShowsTheCurrentState()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        Guid id = Guid.NewGuid();
        object body = Bodies.Create(Bodies.Number(Emulated.Caller));

        RestReply first = await emulated.PostAsync("callConnections", body, id);
        await emulated.RunAsync(5);
        RestReply second = await emulated.PostAsync("callConnections", body, id);
        await emulated.RunAsync(5);

        second.Status.Should().Be(201);
        second.Body.GetProperty("callConnectionId").GetString().Should().Be(first.Body.GetProperty("callConnectionId").GetString());
        second.Body.GetProperty("callConnectionState").GetString().Should().Be("connected");
        second.Body.TryGetProperty("serverCallId", out _).Should().BeTrue();
        emulated.Emulator.Actions.Entries.Should().ContainSingle().Which.RepeatabilityRequestId.Should().Be(id);
        emulated.App.Callbacks.Should().HaveCount(2);
    }

    [Fact]
    public async Task Create_OldVersion_LeavesOutResultAndHold()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string body = JsonSerializer.Serialize(Bodies.Create(Bodies.Number(Emulated.Caller)));
        emulated.Phone().OnRing(RingBehavior.Answer(TimeSpan.Zero));

        await emulated.SendAsync(HttpMethod.Post, "callConnections", body, version: "2024-04-15");
        await emulated.RunAsync(1);

        JsonElement roster = emulated.App.Single("ParticipantsUpdated").Data;
        roster.TryGetProperty("resultInformation", out _).Should().BeFalse();
        roster.GetProperty("participants")[0].TryGetProperty("isOnHold", out _).Should().BeFalse();
        roster.GetProperty("version").GetString().Should().Be("2024-04-15");
    }

    private static async Task<string> OrdersAsync()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        List<string> orders = [];
        for (int i = 0; i < 12; i++)
        {
            RestReply created = await emulated.PostAsync(
                "callConnections", Bodies.Create(Bodies.User($"8:acs:someone_{i}")));
            await emulated.RunAsync(5);
            orders.Add(string.Join(',', emulated.App.EventsOf(created.Body.GetProperty("callConnectionId").GetString()!)));
        }

        return string.Join(';', orders);
    }
}
