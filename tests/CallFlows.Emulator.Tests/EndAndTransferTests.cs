using CallFlows.Emulator.Phones;
using CallFlows.Emulator.Tests.Harness;

namespace CallFlows.Emulator.Tests;

public sealed class EndAndTransferTests
{
    private const string Agent = "+15551230002";

    [Fact]
    public async Task Terminate_Twice_SecondIsNotFoundWithTheTarget()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply first = await emulated.PostAsync($"callConnections/{id}:terminate", repeatability: Guid.NewGuid());
        RestReply second = await emulated.PostAsync($"callConnections/{id}:terminate", repeatability: Guid.NewGuid());
        await emulated.RunAsync(1);

        first.Status.Should().Be(204);
        first.Headers["Repeatability-Result"].Should().Be("accepted");
        second.Status.Should().Be(404);
        second.Headers["Repeatability-Result"].Should().Be("accepted");
        second.Text.Should().Be(
            "{\"error\":{\"code\":\"8522\",\"message\":\"Call not found.\",\"target\":\"/calling/callConnections/" + id + ":terminate\"}}");
        ReceivedCallback disconnected = emulated.App.Single("CallDisconnected");
        disconnected.Result.Should().Be("200/7000");
        disconnected.Context.Should().Be("create");
        emulated.App.EventsOf(id)[^1].Should().Be("CallDisconnected");
        emulated.Phone().Log[^1].Kind.Should().Be(PhoneLogKind.Disconnected);
    }

    [Fact]
    public async Task Terminate_RepeatedId_ReturnsTheFirstOutcome()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        Guid repeatability = Guid.NewGuid();

        await emulated.PostAsync($"callConnections/{id}:terminate", repeatability: repeatability);
        RestReply again = await emulated.PostAsync($"callConnections/{id}:terminate", repeatability: repeatability);

        again.Status.Should().Be(204);
    }

    [Fact]
    public async Task Terminate_WhileRinging_StopsThePhone()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        VirtualPhone phone = emulated.Phone();
        RestReply created = await emulated.PostAsync("callConnections", Bodies.Create(Bodies.Number(Emulated.Caller)));
        await emulated.RunAsync(1);
        string id = created.Body.GetProperty("callConnectionId").GetString()!;

        await emulated.PostAsync($"callConnections/{id}:terminate");
        await emulated.RunAsync(1);

        phone.State.Should().Be(PhoneState.Idle);
        phone.Log[^1].Kind.Should().Be(PhoneLogKind.RingStopped);
        emulated.App.EventsOf(id).Should().Equal("CallDisconnected");
    }

    [Fact]
    public async Task HangUp_GroupCall_LeavesTheOthersConnected()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        VirtualPhone agent = emulated.Phone(Agent).OnRing(RingBehavior.Answer(TimeSpan.Zero));
        await emulated.PostAsync($"callConnections/{id}/participants:add", new
        {
            participantToAdd = Bodies.Number(Agent),
            sourceCallerIdNumber = new { value = Emulated.AppNumber },
        });
        await emulated.RunAsync(1);

        RestReply left = await emulated.DeleteAsync($"callConnections/{id}");
        await emulated.RunAsync(1);

        left.Status.Should().Be(204);
        emulated.App.EventsOf(id)[^1].Should().Be("CallDisconnected");
        agent.State.Should().Be(PhoneState.InCall);
        emulated.Phone().State.Should().Be(PhoneState.InCall);

        await agent.HangUpAsync();
        emulated.Phone().State.Should().Be(PhoneState.Idle);
    }

    [Fact]
    public async Task HangUp_OneToOne_EndsTheCall()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        await emulated.DeleteAsync($"callConnections/{id}");
        await emulated.RunAsync(1);

        emulated.Phone().State.Should().Be(PhoneState.Idle);
        (await emulated.GetAsync($"callConnections/{id}")).Status.Should().Be(404);
    }

    [Fact]
    public async Task Get_ConnectedCall_ShowsItsState()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();

        RestReply get = await emulated.GetAsync($"callConnections/{id}");

        get.Status.Should().Be(200);
        get.Body.GetProperty("callConnectionState").GetString().Should().Be("connected");
        get.Body.GetProperty("transcriptionSubscription").GetRawText().Should().Be("""{"state":"disabled","subscribedResultTypes":[]}""");
        get.Body.GetProperty("mediaStreamingSubscription").GetRawText().Should().Be("""{"state":"disabled"}""");
    }

    [Fact]
    public async Task Transfer_TargetAnswers_IsAcceptedAndTheAppIsOut()
    {
        await using Emulated emulated = await Emulated.StartWithAppAsync();
        string id = await emulated.AnsweredAsync();
        VirtualPhone agent = emulated.Phone(Agent).OnRing(RingBehavior.Answer(TimeSpan.FromSeconds(2)));

        RestReply transferred = await emulated.PostAsync($"callConnections/{id}:transferToParticipant", new
        {
            targetParticipant = Bodies.Number(Agent),
            operationContext = "transfer",
        }, Guid.NewGuid());
        await emulated.RunAsync(1);
        RestReply meanwhile = await emulated.GetAsync($"callConnections/{id}");
        await emulated.RunAsync(2);

        transferred.Status.Should().Be(202);
        transferred.Text.Should().Be("""{"operationContext":"transfer"}""");
        meanwhile.Body.GetProperty("callConnectionState").GetString().Should().Be("transferring");
        emulated.App.EventsOf(id)[^2..].Should().Equal("CallTransferAccepted", "CallDisconnected");
        ReceivedCallback accepted = emulated.App.Single("CallTransferAccepted");
        accepted.Result.Should().Be("200/7015");
        accepted.Message.Should().Be("The transfer operation completed successfully.");
        accepted.Context.Should().Be("transfer");
        accepted.Data.GetProperty("transferTarget").GetProperty("rawId").GetString().Should().Be("4:" + Agent);
        accepted.Data.GetProperty("transferee").GetProperty("rawId").GetString().Should().Be("4:" + Emulated.Caller);

        await agent.SayAsync("Hello, this is the agent.");
        emulated.Phone().Log[^1].Text.Should().Be("Hello, this is the agent.");
        await emulated.Phone().HangUpAsync();
        agent.State.Should().Be(PhoneState.Idle);
    }

    [Theory]
    [InlineData("decline", "603/0")]
    [InlineData("busy", "486/560486")]
    [InlineData("ignore", "480/560480")]
    public async Task Transfer_TargetIsNotReached_FailsAndTheCallGoesOn(string behavior, string result)
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Phone(Agent).OnRing(behavior switch
        {
            "decline" => RingBehavior.Decline(TimeSpan.FromSeconds(1)),
            "busy" => RingBehavior.Busy,
            _ => RingBehavior.Ignore,
        });

        await emulated.PostAsync($"callConnections/{id}:transferToParticipant", new { targetParticipant = Bodies.Number(Agent) });
        await emulated.RunAsync(61);

        emulated.App.Single("CallTransferFailed").Result.Should().Be(result);
        (await emulated.GetAsync($"callConnections/{id}")).Body.GetProperty("callConnectionState").GetString().Should().Be("connected");
        emulated.Phone().State.Should().Be(PhoneState.InCall);
    }

    [Fact]
    public async Task Transfer_WhileAnotherIsUnderWay_Conflicts()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        emulated.Phone(Agent);
        object body = new { targetParticipant = Bodies.Number(Agent) };
        await emulated.PostAsync($"callConnections/{id}:transferToParticipant", body);

        RestReply second = await emulated.PostAsync($"callConnections/{id}:transferToParticipant", body);

        second.Status.Should().Be(409);
        second.ErrorCode.Should().Be("8607");
    }

    [Fact]
    public async Task Transfer_CallerHangsUpMeanwhile_StopsTheTarget()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        VirtualPhone agent = emulated.Phone(Agent);
        await emulated.PostAsync($"callConnections/{id}:transferToParticipant", new { targetParticipant = Bodies.Number(Agent) });
        await emulated.RunAsync(1);
        agent.State.Should().Be(PhoneState.Ringing);

        await emulated.Phone().HangUpAsync();
        await emulated.RunAsync(1);

        agent.State.Should().Be(PhoneState.Idle);
        emulated.App.EventsOf(id)[^1].Should().Be("CallDisconnected");
    }

    [Fact]
    public async Task Transfer_OneOfThree_LeavesTheAppWithTheOther()
    {
        await using Emulated emulated = await Emulated.StartAsync();
        string id = await emulated.ConnectedAsync();
        VirtualPhone second = emulated.Phone("+15551230003").OnRing(RingBehavior.Answer(TimeSpan.Zero));
        await emulated.PostAsync($"callConnections/{id}/participants:add", new
        {
            participantToAdd = Bodies.Number("+15551230003"),
            sourceCallerIdNumber = new { value = Emulated.AppNumber },
        });
        await emulated.RunAsync(1);
        VirtualPhone agent = emulated.Phone(Agent).OnRing(RingBehavior.Answer(TimeSpan.Zero));

        RestReply unnamed = await emulated.PostAsync(
            $"callConnections/{id}:transferToParticipant", new { targetParticipant = Bodies.Number(Agent) });
        await emulated.PostAsync($"callConnections/{id}:transferToParticipant", new
        {
            targetParticipant = Bodies.Number(Agent),
            transferee = Bodies.Number("+15551230003"),
        });
        await emulated.RunAsync(1);

        unnamed.Status.Should().Be(400);
        emulated.App.EventsOf(id)[^2..].Should().Equal("CallTransferAccepted", "ParticipantsUpdated");
        (await emulated.GetAsync($"callConnections/{id}")).Status.Should().Be(200);
        await second.SayAsync("Hi");
        agent.Log[^1].Text.Should().Be("Hi");
    }
}
