using System.Text.Json;
using CallFlows.Emulator.EventGrid;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class IncomingCallTests
{
    [Fact]
    public async Task IncomingCall_EventGridSchema_IsAnArrayWithTheServicesData()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();

        JsonElement incoming = await emulated.IncomingAsync();

        incoming.EnumerateObject().Select(property => property.Name).Should().Equal(
            "to", "from", "serverCallId", "callerDisplayName", "incomingCallContext", "correlationId");
        incoming.GetProperty("from").GetRawText().Should().StartWith("""{"kind":"phoneNumber","rawId":""");
        incoming.GetProperty("callerDisplayName").GetString().Should().Be("Ada");
        incoming.GetProperty("incomingCallContext").GetString().Should().StartWith("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.");
        ReceivedRequest delivery = emulated.App.EventGrid.Single(request => request.Type == "Notification");
        delivery.Body[0].GetProperty("eventType").GetString().Should().Be("Microsoft.Communication.IncomingCall");
        delivery.Body[0].GetProperty("subject").GetString().Should().Be("/caller/4:+15551230001/recipient/4:+18005550100");
        delivery.Headers["aeg-subscription-name"].Should().Be("APP");
        delivery.Headers["aeg-delivery-count"].Should().Be("1");
        emulated.App.EventGrid.Select(request => request.Type).Should().Equal("SubscriptionValidation", "Notification");
    }

    [Fact]
    public async Task IncomingCall_CloudEventsSchema_IsOneObjectAfterAnOptionsHandshake()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync(EventGridSchema.CloudEvents);

        await emulated.IncomingAsync();

        emulated.App.EventGrid.Select(request => request.Type).Should().Equal("OPTIONS", "Notification");
        emulated.App.EventGrid[0].Headers["WebHook-Request-Origin"].Should().Be("eventgrid.azure.net");
        ReceivedRequest delivery = emulated.App.EventGrid[1];
        delivery.ContentType.Should().Be("application/cloudevents+json; charset=utf-8");
        delivery.Body.GetProperty("type").GetString().Should().Be("Microsoft.Communication.IncomingCall");
        delivery.Body.GetProperty("specversion").GetString().Should().Be("1.0");
    }

    [Fact]
    public async Task Answer_RingingCall_ConnectsAndShowsBothParties()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        JsonElement incoming = await emulated.IncomingAsync();

        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));
        await emulated.RunAsync(1);

        answered.Status.Should().Be(200);
        answered.Body.GetProperty("serverCallId").GetString().Should().Be(incoming.GetProperty("serverCallId").GetString());
        answered.Body.GetProperty("correlationId").GetString().Should().Be(incoming.GetProperty("correlationId").GetString());
        answered.Body.GetProperty("answeredFor").GetProperty("value").GetString().Should().Be(Emulated.AppNumber);
        answered.Body.GetProperty("source").GetProperty("rawId").GetString().Should().Be("4:" + Emulated.Caller);
        answered.Body.GetProperty("targets")[0].GetProperty("rawId").GetString()
            .Should().Be(answered.Body.GetProperty("answeredBy").GetProperty("id").GetString());
        emulated.App.Callbacks.Select(callback => callback.Name).Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");
        emulated.App.Single("CallConnected").Context.Should().Be("answer");
        emulated.Phone().State.Should().Be(PhoneState.InCall);
    }

    [Fact]
    public async Task Answer_SecondTime_IsNotFound()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        JsonElement incoming = await emulated.IncomingAsync();
        object body = Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!);
        await emulated.PostAsync("callConnections:answer", body);

        RestReply second = await emulated.PostAsync("callConnections:answer", body);

        second.Status.Should().Be(404);
        second.ErrorCode.Should().Be("8522");
    }

    [Fact]
    public async Task Answer_RepeatedId_ReturnsTheSameConnection()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        JsonElement incoming = await emulated.IncomingAsync();
        object body = Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!);
        Guid id = Guid.NewGuid();

        RestReply first = await emulated.PostAsync("callConnections:answer", body, id);
        await emulated.RunAsync(1);
        RestReply second = await emulated.PostAsync("callConnections:answer", body, id);

        second.Status.Should().Be(200);
        second.Body.GetProperty("callConnectionId").GetString().Should().Be(first.Body.GetProperty("callConnectionId").GetString());
        second.Body.GetProperty("callConnectionState").GetString().Should().Be("connected");
    }

    [Fact]
    public async Task Answer_CallerHasGone_IsNotFound()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        JsonElement incoming = await emulated.IncomingAsync();
        await emulated.Phone().HangUpAsync();

        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));

        answered.Status.Should().Be(404);
    }

    [Fact]
    public async Task Answer_CallerGoesWhileItIsEstablished_SendsAnswerFailed()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        JsonElement incoming = await emulated.IncomingAsync();

        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));
        await emulated.Phone().HangUpAsync();
        await emulated.RunAsync(1);

        emulated.App.EventsOf(answered.Body.GetProperty("callConnectionId").GetString()!).Should().BeSubsetOf(
            ["AnswerFailed", "CallDisconnected"]).And.HaveCount(1);
    }

    [Theory]
    [InlineData("none", "Declined")]
    [InlineData("busy", "Busy")]
    [InlineData("forbidden", "Forbidden")]
    public async Task Reject_RingingCall_TellsThePhone(string reason, string shown)
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        JsonElement incoming = await emulated.IncomingAsync();

        RestReply rejected = await emulated.PostAsync("callConnections:reject", new
        {
            incomingCallContext = incoming.GetProperty("incomingCallContext").GetString(),
            callRejectReason = reason,
        });
        await emulated.RunAsync(1);

        rejected.Status.Should().Be(204);
        rejected.Text.Should().BeEmpty();
        emulated.Phone().Log[^1].Should().Match<PhoneLogEntry>(
            entry => entry.Kind == PhoneLogKind.DialFailed && entry.Text == shown);
        emulated.App.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public async Task Redirect_ToAnotherPhone_ConnectsTheTwoPhonesWithoutTheApp()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        VirtualPhone agent = emulated.Phone("+15551230009").OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        JsonElement incoming = await emulated.IncomingAsync();

        RestReply redirected = await emulated.PostAsync("callConnections:redirect", new
        {
            incomingCallContext = incoming.GetProperty("incomingCallContext").GetString(),
            target = Bodies.Number("+15551230009"),
        });
        await emulated.RunAsync(2);

        redirected.Status.Should().Be(204);
        agent.State.Should().Be(PhoneState.InCall);
        emulated.Phone().State.Should().Be(PhoneState.InCall);
        emulated.App.Callbacks.Should().BeEmpty();
    }

    [Fact]
    public async Task Create_ToAnotherUserOfTheApp_GivesTwoConnectionsOfOneConversation()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.User("8:acs:app_two")));
        await emulated.RunAsync(1);
        JsonElement incoming = emulated.App.IncomingCalls.Single();

        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));
        await emulated.RunAsync(1);

        string caller = created.Body.GetProperty("callConnectionId").GetString()!;
        string called = answered.Body.GetProperty("callConnectionId").GetString()!;
        emulated.App.EventsOf(caller).Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");
        emulated.App.EventsOf(called).Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");
        answered.Body.GetProperty("correlationId").GetString().Should().Be(created.Body.GetProperty("correlationId").GetString());
        emulated.App.Callbacks.Select(callback => callback.Data.GetProperty("serverCallId").GetString()).Distinct().Should().ContainSingle();

        await emulated.PostAsync($"callConnections/{caller}:terminate");
        await emulated.RunAsync(1);
        Disconnected(emulated, caller).Should().Be("200/7000");
        Disconnected(emulated, called).Should().Be("200/5001");
    }

    [Fact]
    public async Task Create_ToTheAppsOwnNumber_GivesTwoConversationsThatEndTogether()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.AppNumber)));
        await emulated.RunAsync(1);
        JsonElement incoming = emulated.App.IncomingCalls.Single();
        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));
        await emulated.RunAsync(1);

        string caller = created.Body.GetProperty("callConnectionId").GetString()!;
        string called = answered.Body.GetProperty("callConnectionId").GetString()!;
        answered.Body.GetProperty("correlationId").GetString().Should().NotBe(created.Body.GetProperty("correlationId").GetString());
        emulated.App.EventsOf(caller).Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");
        emulated.App.EventsOf(called).Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");

        await emulated.PostAsync($"callConnections/{caller}:terminate");
        await emulated.RunAsync(1);
        Disconnected(emulated, caller).Should().Be("200/7000");
        Disconnected(emulated, called).Should().Be("200/540000");
    }

    [Fact]
    public async Task Reject_CallOfAnotherApp_SendsItCreateCallFailedAndDisconnected()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.User("8:acs:app_two")));
        await emulated.RunAsync(1);

        await emulated.PostAsync("callConnections:reject", new
        {
            incomingCallContext = emulated.App.IncomingCalls.Single().GetProperty("incomingCallContext").GetString(),
        });
        await emulated.RunAsync(1);

        emulated.App.EventsOf(created.Body.GetProperty("callConnectionId").GetString()!)
            .Should().Equal("CreateCallFailed", "CallDisconnected");
        emulated.App.Callbacks[0].Message.Should().Be("Call ended successfully as it was declined from callee. DiagCode: 603#0.@");
    }

    [Fact]
    public async Task UnfilteredSubscription_TakesPhonesCallsOnly()
    {
        await using Emulated emulated = await Emulated.StartAsync(options => options.EventGrid.Subscriptions.Add(
            new EventGridSubscriptionOptions { Name = "all", Endpoint = FakeApp.EventGridUri }));
        emulated.Phone("+15551230009").OnRing(RingBehavior.Answer(TimeSpan.Zero));

        await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number("+15551230008")));
        await emulated.Phone().CallAsync("+15551230009");
        await emulated.RunAsync(5);
        emulated.App.IncomingCalls.Should().BeEmpty();
        await emulated.Phone().HangUpAsync();
        await emulated.Phone().CallAsync(Emulated.AppNumber);
        await emulated.RunAsync(1);

        emulated.App.IncomingCalls.Should().ContainSingle();
    }

    private static string Disconnected(Emulated emulated, string connectionId) => emulated.App.Callbacks
        .Single(callback => callback.Name == "CallDisconnected" && callback.ConnectionId == connectionId).Result;
}
