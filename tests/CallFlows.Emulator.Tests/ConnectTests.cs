using System.Text.Json;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class ConnectTests
{
    private const string Room = "99445566";
    private const string User = "8:acs:resource_visitor";

    private static object Connect(object callLocator) => new { callLocator, callbackUri = FakeApp.CallbackUri, operationContext = "connect" };

    private static object ToServerCall(string serverCallId) => Connect(new { kind = "serverCallLocator", serverCallId });

    private static object ToRoom(string roomId) => Connect(new { kind = "roomCallLocator", roomId });

    private static async Task<JsonElement> PropertiesAsync(Emulated emulated, string id) => (await emulated.GetAsync($"callConnections/{id}")).Body;

    private static async Task<string> ConnectAsync(Emulated emulated, object body)
    {
        RestReply reply = await emulated.PostAsync("callConnections:connect", body);
        reply.Status.Should().Be(200, reply.Text);
        await emulated.RunAsync(1);
        return reply.Body.GetProperty("callConnectionId").GetString()!;
    }

    [Fact]
    public async Task Connect_ToACallThatGoesOn_HasAConnectionOfItsOwnInTheSameCall()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await emulated.ConnectedAsync();
        JsonElement call = await PropertiesAsync(emulated, first);

        RestReply reply = await emulated.PostAsync(
            "callConnections:connect", ToServerCall(call.GetProperty("serverCallId").GetString()!), Guid.NewGuid());
        await emulated.RunAsync(1);

        reply.Status.Should().Be(200, reply.Text);
        reply.Body.GetProperty("targets").GetArrayLength().Should().Be(0);
        reply.Body.GetProperty("correlationId").GetString().Should().NotBe(call.GetProperty("correlationId").GetString());
        string second = reply.Body.GetProperty("callConnectionId").GetString()!;
        second.Should().NotBe(first);
        emulated.App.EventsOf(second).Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");
        ReceivedCallback connected = emulated.App.Callbacks.Single(callback => callback.ConnectionId == second && callback.Name == "CallConnected");
        connected.Context.Should().Be("connect");
        JsonElement joined = await PropertiesAsync(emulated, second);
        foreach (string shared in new[] { "serverCallId", "correlationId" })
        {
            joined.GetProperty(shared).GetString().Should().Be(call.GetProperty(shared).GetString());
            connected.Data.GetProperty(shared).GetString().Should().Be(call.GetProperty(shared).GetString());
        }

        joined.GetProperty("callConnectionState").GetString().Should().Be("connected");
        (await emulated.GetAsync($"callConnections/{second}/participants")).Body.GetProperty("value").GetArrayLength().Should().Be(2);
        emulated.App.EventsOf(first).Should().HaveCount(2, "nobody was added to the list of participants");
    }

    [Fact]
    public async Task Connected_PlaysToAll_AndLeavesTheCallToTheOthers()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await emulated.ConnectedAsync();
        string serverCallId = (await PropertiesAsync(emulated, first)).GetProperty("serverCallId").GetString()!;
        string second = await ConnectAsync(emulated, ToServerCall(serverCallId));

        await emulated.PostAsync($"callConnections/{second}:play", Bodies.Play("One minute left."));
        await emulated.RunAsync(5);
        RestReply left = await emulated.DeleteAsync($"callConnections/{second}");
        await emulated.RunAsync(1);

        emulated.Phone().Heard.Select(prompt => prompt.Words).Should().Equal("One minute left.");
        left.Status.Should().Be(204);
        emulated.App.EventsOf(second).Should().EndWith(["PlayCompleted", "CallDisconnected"]);
        emulated.App.EventsOf(first).Should().NotContain("CallDisconnected");
        (await PropertiesAsync(emulated, first)).GetProperty("callConnectionState").GetString().Should().Be("connected");
    }

    [Fact]
    public async Task Connected_Terminates_EndsItForEveryone()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await emulated.ConnectedAsync();
        string serverCallId = (await PropertiesAsync(emulated, first)).GetProperty("serverCallId").GetString()!;
        string second = await ConnectAsync(emulated, ToServerCall(serverCallId));

        (await emulated.PostAsync($"callConnections/{second}:terminate")).Status.Should().Be(204);
        await emulated.RunAsync(1);

        emulated.App.EventsOf(first).Should().EndWith("CallDisconnected");
        emulated.App.Callbacks.Single(callback => callback.ConnectionId == second && callback.Name == "CallDisconnected")
            .Data.GetProperty("resultInformation").GetProperty("subCode").GetInt32().Should().Be(7000);
        emulated.Phone().State.Should().Be(Phones.PhoneState.Idle);
    }

    [Fact]
    public async Task Connected_CallEnds_IsDisconnectedToo()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string first = await emulated.ConnectedAsync();
        string serverCallId = (await PropertiesAsync(emulated, first)).GetProperty("serverCallId").GetString()!;
        string second = await ConnectAsync(emulated, ToServerCall(serverCallId));

        await emulated.Phone().HangUpAsync();
        await emulated.RunAsync(1);

        emulated.App.EventsOf(second).Should().EndWith("CallDisconnected");
    }

    [Theory]
    [InlineData("""{"kind":"serverCallLocator","serverCallId":"nobody-has-it"}""")]
    [InlineData("""{"kind":"groupCallLocator","groupCallId":"00000000-0000-0000-0000-000000000000"}""")]
    [InlineData("""{"kind":"roomCallLocator","roomId":"99445566"}""")]
    public async Task Connect_ToAnUnknownCall_FailsLater(string locator)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        string id = await ConnectAsync(emulated, Connect(JsonSerializer.Deserialize<JsonElement>(locator)));

        emulated.App.EventsOf(id).Should().Equal("ConnectFailed");
        ReceivedCallback failed = emulated.App.Single("ConnectFailed");
        failed.Context.Should().Be("connect");
        failed.Data.GetProperty("resultInformation").GetProperty("code").GetInt32().Should().Be(404);
        failed.Data.GetProperty("resultInformation").GetProperty("subCode").GetInt32().Should().Be(8522);
        (await emulated.GetAsync($"callConnections/{id}")).Status.Should().Be(404);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("""{"kind":"teamsMeetingLink","serverCallId":"s"}""")]
    [InlineData("""{"kind":"groupCallLocator","serverCallId":"s"}""")]
    [InlineData("""{"kind":"roomCallLocator","roomId":""}""")]
    public async Task Connect_ToWhatIsNoLocator_IsRefused(string locator)
    {
        await using Emulated emulated = await Emulated.StartAsync();

        RestReply reply = await emulated.PostAsync("callConnections:connect", Connect(JsonSerializer.Deserialize<JsonElement>(locator)));

        reply.Status.Should().Be(400);
        reply.Text.Should().Contain("8523").And.Contain("callLocator");
    }

    [Fact]
    public async Task Connect_ToARoomWithOneVisitor_GoesOnUntilNobodyIsLeft()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        await emulated.Phone(User).JoinRoomAsync(Room);
        string id = await ConnectAsync(emulated, ToRoom(Room));
        await emulated.Phone("8:acs:resource_second").JoinRoomAsync(Room);
        await emulated.RunAsync(1);

        await emulated.Phone(User).HangUpAsync();
        await emulated.RunAsync(1);
        string[] whileOneIsLeft = emulated.App.EventsOf(id);
        await emulated.Phone("8:acs:resource_second").HangUpAsync();
        await emulated.RunAsync(1);

        whileOneIsLeft.Should().NotContain("CallDisconnected").And.HaveCount(4, "each coming and going is told");
        emulated.App.EventsOf(id).Should().EndWith("CallDisconnected");
        (await ConnectAsync(emulated, ToRoom(Room))).Should().NotBe(id);
        emulated.App.Callbacks[^1].Name.Should().Be("ConnectFailed", "the room's call is over");
    }

    [Fact]
    public async Task Phone_ToldToJoinAGroupCall_IsInIt()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        Guid group = Guid.NewGuid();
        emulated.Phone(User);

        RestReply joined = await emulated.ControlAsync(HttpMethod.Post, $"phones/{Uri.EscapeDataString(User)}/join", new { groupCallId = group });
        RestReply twice = await emulated.ControlAsync(HttpMethod.Post, $"phones/{Uri.EscapeDataString(User)}/join", new { roomId = Room });
        RestReply neither = await emulated.ControlAsync(HttpMethod.Post, $"phones/{Uri.EscapeDataString(User)}/join", new { });
        string id = await ConnectAsync(emulated, Connect(new { kind = "groupCallLocator", groupCallId = group.ToString() }));

        joined.Status.Should().Be(200, joined.Text);
        twice.Status.Should().Be(409, twice.Text);
        neither.Status.Should().Be(400, neither.Text);
        (await emulated.GetAsync($"callConnections/{id}/participants")).Body.GetProperty("value")[0]
            .GetProperty("identifier").GetProperty("rawId").GetString().Should().Be(User);
    }
}
