using System.Text.Json;
using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class ParticipantTests
{
    private const string Agent = "+15551230002";

    [Fact]
    public async Task List_ConnectedCall_HasBothParties()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply list = await emulated.GetAsync($"callConnections/{id}/participants");

        list.Status.Should().Be(200);
        list.Body.EnumerateObject().Select(property => property.Name).Should().Equal("value");
        list.Body.GetProperty("value").GetArrayLength().Should().Be(2);
    }

    [Fact]
    public async Task Get_UnknownParticipant_IsNotFoundWithTheTarget()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply found = await emulated.GetAsync($"callConnections/{id}/participants/4%3A%2B15551230001");
        RestReply missing = await emulated.GetAsync($"callConnections/{id}/participants/4%3A%2B1999");

        found.Body.GetProperty("identifier").GetProperty("rawId").GetString().Should().Be("4:" + Emulated.Caller);
        missing.Status.Should().Be(404);
        missing.ErrorCode.Should().Be("8522");
    }

    [Fact]
    public async Task Add_PhoneAnswers_SendsSucceededAndTheGrownRoster()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Phone(Agent).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(2)));

        RestReply added = await emulated.PostAsync($"callConnections/{id}/participants:add", Add(Agent), Guid.NewGuid());
        await emulated.RunAsync(5);

        added.Status.Should().Be(202);
        added.Headers["Repeatability-Result"].Should().Be("accepted");
        added.Body.EnumerateObject().Select(property => property.Name).Should().Equal("participant", "operationContext", "invitationId");
        ReceivedCallback succeeded = emulated.App.Single("AddParticipantSucceeded");
        succeeded.Context.Should().Be("add");
        succeeded.Data.GetProperty("participant").GetProperty("rawId").GetString().Should().Be("4:" + Agent);
        int[] sequence = emulated.App.Callbacks.Where(callback => callback.Name == "ParticipantsUpdated")
            .Select(callback => callback.Data.GetProperty("sequenceNumber").GetInt32()).ToArray();
        sequence.Should().BeInAscendingOrder().And.OnlyHaveUniqueItems();
        emulated.App.Callbacks.Last(callback => callback.Name == "ParticipantsUpdated")
            .Data.GetProperty("participants").GetArrayLength().Should().Be(3);
    }

    [Theory]
    [InlineData("decline", 10, "603/0")]
    [InlineData("busy", 10, "486/560486")]
    [InlineData("ignore", 21, "480/560480")]
    public async Task Add_PhoneIsNotReached_SendsFailed(string behavior, double seconds, string result)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        VirtualPhone agent = emulated.Phone(Agent).OnRing(behavior switch
        {
            "decline" => RingBehavior.Decline(TimeSpan.FromSeconds(1)),
            "busy" => RingBehavior.Busy,
            _ => RingBehavior.Ignore,
        });

        await emulated.PostAsync($"callConnections/{id}/participants:add", Add(Agent));
        await emulated.RunAsync(seconds);

        ReceivedCallback failed = emulated.App.Single("AddParticipantFailed");
        failed.Result.Should().Be(result);
        failed.Data.GetProperty("participant").GetProperty("rawId").GetString().Should().Be("4:" + Agent);
        agent.State.Should().Be(PhoneState.Idle);
    }

    [Fact]
    public async Task Add_UserOfTheApp_CarriesItsHeadersAndConnectsAThirdSide()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}/participants:add", new
        {
            participantToAdd = Bodies.User("8:acs:app_agent"),
            customCallingContext = new { voipHeaders = new { ticket = "42" }, sipHeaders = new { } },
        });
        await emulated.RunAsync(1);
        JsonElement incoming = emulated.App.IncomingCalls.Single();
        RestReply answered = await emulated.PostAsync(
            "callConnections:answer", Bodies.Answer(incoming.GetProperty("incomingCallContext").GetString()!));
        await emulated.RunAsync(1);

        incoming.GetProperty("customContext").GetProperty("voipHeaders").GetProperty("ticket").GetString().Should().Be("42");
        incoming.GetProperty("customContext").GetProperty("sipHeaders").EnumerateObject().Should().BeEmpty();
        emulated.App.EventsOf(answered.Body.GetProperty("callConnectionId").GetString()!)
            .Should().BeEquivalentTo("CallConnected", "ParticipantsUpdated");
        emulated.App.Single("AddParticipantSucceeded").ConnectionId.Should().Be(id);
    }

    [Fact]
    public async Task Add_SomebodyAlreadyThere_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply added = await emulated.PostAsync($"callConnections/{id}/participants:add", Add(Emulated.Caller));

        added.Status.Should().Be(400);
        added.ErrorCode.Should().Be("8523");
    }

    [Fact]
    public async Task Add_BeforeTheCallIsConnected_IsRefused()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone();
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));

        RestReply added = await emulated.PostAsync(
            $"callConnections/{created.Body.GetProperty("callConnectionId").GetString()}/participants:add", Add(Agent));

        added.Status.Should().Be(400);
        added.ErrorCode.Should().Be("8501");
    }

    [Fact]
    public async Task Add_RepeatedId_InvitesOnce()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Phone(Agent).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(1)));
        Guid repeatability = Guid.NewGuid();

        RestReply first = await emulated.PostAsync($"callConnections/{id}/participants:add", Add(Agent), repeatability);
        await emulated.RunAsync(3);
        RestReply second = await emulated.PostAsync($"callConnections/{id}/participants:add", Add(Agent), repeatability);
        await emulated.RunAsync(3);

        second.Status.Should().Be(202);
        second.Text.Should().Be(first.Text);
        emulated.App.EventsOf(id).Should().ContainSingle(name => name == "AddParticipantSucceeded");
        emulated.Emulator.Actions.Entries.Should().ContainSingle(entry => entry.Action == "AddParticipant");
    }

    [Fact]
    public async Task CancelAdd_RingingPhone_StopsRingingAndSendsCancelSucceededOnly()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        VirtualPhone agent = emulated.Phone(Agent);
        RestReply added = await emulated.PostAsync($"callConnections/{id}/participants:add", Add(Agent));
        await emulated.RunAsync(1);
        agent.State.Should().Be(PhoneState.Ringing);

        RestReply cancelled = await emulated.PostAsync($"callConnections/{id}/participants:cancelAddParticipant", new
        {
            invitationId = added.Body.GetProperty("invitationId").GetString(),
            operationContext = "cancel",
        });
        await emulated.RunAsync(200);

        cancelled.Status.Should().Be(202);
        cancelled.Body.EnumerateObject().Select(property => property.Name).Should().Equal("invitationId", "operationContext");
        ReceivedCallback succeeded = emulated.App.Single("CancelAddParticipantSucceeded");
        succeeded.Result.Should().Be("487/5234");
        succeeded.Message.Should().Be(
            $"addParticipants failed for participant 4:{Agent}. Underlying reason: The Call Has Been Cancelled. DiagCode: 487#5234.@");
        emulated.App.EventsOf(id).Should().NotContain("AddParticipantFailed");
        agent.State.Should().Be(PhoneState.Idle);
    }

    [Fact]
    public async Task CancelAdd_UnknownInvitation_SendsCancelFailed()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync(
            $"callConnections/{id}/participants:cancelAddParticipant", new { invitationId = Guid.NewGuid().ToString() });
        await emulated.RunAsync(1);

        emulated.App.EventsOf(id).Should().Contain("CancelAddParticipantFailed");
    }

    [Fact]
    public async Task Remove_OneOfTwoPhones_TheRestGoesOn()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        VirtualPhone agent = emulated.Phone(Agent).OnRing(RingBehavior.Answer(TimeSpan.Zero));
        await emulated.PostAsync($"callConnections/{id}/participants:add", Add(Agent));
        await emulated.RunAsync(1);

        RestReply removed = await emulated.PostAsync($"callConnections/{id}/participants:remove", new
        {
            participantToRemove = Bodies.Number(Agent),
            operationContext = "remove",
        });
        await emulated.RunAsync(1);

        removed.Status.Should().Be(202);
        emulated.App.EventsOf(id)[^2..].Should().Equal("RemoveParticipantSucceeded", "ParticipantsUpdated");
        agent.State.Should().Be(PhoneState.Idle);
        emulated.Phone().State.Should().Be(PhoneState.InCall);
    }

    [Fact]
    public async Task Remove_TheOnlyOtherParty_EndsTheCall()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync(
            $"callConnections/{id}/participants:remove", new { participantToRemove = Bodies.Number(Emulated.Caller) });
        await emulated.RunAsync(1);

        emulated.App.EventsOf(id)[^2..].Should().Equal("RemoveParticipantSucceeded", "CallDisconnected");
        emulated.App.Single("CallDisconnected").Result.Should().Be("200/5002");
    }

    [Fact]
    public async Task Remove_SomebodyNotThere_SendsRemoveFailed()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.PostAsync($"callConnections/{id}/participants:remove", new { participantToRemove = Bodies.Number(Agent) });
        await emulated.RunAsync(1);

        emulated.App.EventsOf(id)[^1].Should().Be("RemoveParticipantFailed");
    }

    [Fact]
    public async Task Mute_User_ShowsInTheRosterAndSilencesThem()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        VirtualPhone user = emulated.Phone("8:acs:someone_1").OnRing(RingBehavior.Answer(TimeSpan.Zero));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.User("8:acs:someone_1")));
        await emulated.RunAsync(1);
        string id = created.Body.GetProperty("callConnectionId").GetString()!;

        RestReply muted = await emulated.PostAsync(
            $"callConnections/{id}/participants:mute", new { targetParticipants = new[] { Bodies.User("8:acs:someone_1") } });
        await emulated.RunAsync(1);

        muted.Status.Should().Be(200);
        muted.Text.Should().Be("{}");
        emulated.App.Callbacks[^1].Data.GetProperty("participants").EnumerateArray()
            .Count(participant => participant.GetProperty("isMuted").GetBoolean()).Should().Be(1);
        user.State.Should().Be(PhoneState.InCall);
    }

    [Fact]
    public async Task Unmute_MutedUser_ShowsInTheRosterAndOnlyInPreviews()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        emulated.Phone("8:acs:someone_1").OnRing(RingBehavior.Answer(TimeSpan.Zero));
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.User("8:acs:someone_1")));
        await emulated.RunAsync(1);
        string id = created.Body.GetProperty("callConnectionId").GetString()!;
        object someone = new { targetParticipants = new[] { Bodies.User("8:acs:someone_1") } };
        await emulated.PostAsync($"callConnections/{id}/participants:mute", someone);
        await emulated.RunAsync(1);

        RestReply general = await emulated.PostAsync($"callConnections/{id}/participants:unmute", someone);
        RestReply preview = await emulated.SendAsync(
            HttpMethod.Post, $"callConnections/{id}/participants:unmute", JsonSerializer.Serialize(someone), version: "2024-09-01-preview");
        await emulated.RunAsync(1);

        general.Status.Should().Be(405);
        preview.Status.Should().Be(200, preview.Text);
        emulated.App.Callbacks[^1].Data.GetProperty("participants").EnumerateArray()
            .Count(participant => participant.GetProperty("isMuted").GetBoolean()).Should().Be(0);
    }

    private static object Add(string number) => new
    {
        participantToAdd = Bodies.Number(number),
        sourceCallerIdNumber = new { value = Emulated.AppNumber },
        invitationTimeoutInSeconds = 20,
        operationContext = "add",
    };
}
