using CallFlows.Actions;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Endpoints;
using CallFlows.Events;
using CallFlows.Streams;

namespace CallFlows.CallAutomation.Tests.Gateway;

public sealed class GatewayAnswerTests
{
    private const string NotFound = """{"error":{"code":"8522","message":"Call not found.","target":"/calling/callConnections/c1:terminate"}}""";

    [Fact]
    public async Task CreateCall_OfAnAcceptedCall_GivesItsConnection()
    {
        CallActionResult result = await ExecuteAsync(new CreateCall([CallEndpoint.Phone("+14255550101")]), 201, """
            {"callConnectionId":"c9","targets":[{"rawId":"4:+14255550101","kind":"phoneNumber","phoneNumber":{"value":"+14255550101"}}],
            "callConnectionState":"connecting","callbackUri":"https://app.example","sourceDisplayName":"",
            "source":{"rawId":"8:acs:r_a","kind":"communicationUser","communicationUser":{"id":"8:acs:r_a"}},"correlationId":"r1","answeredBy":{"id":"8:acs:r_b"}}
            """);

        result.Should().BeEquivalentTo(new CallConnectionResult(
            "c9", CallConnectionState.Connecting, null, "r1", CallEndpoint.User("8:acs:r_a"), [CallEndpoint.Phone("+14255550101")], CallEndpoint.User("8:acs:r_b")));
    }

    [Fact]
    public async Task GetCallProperties_OfACallWithStreams_TellsThem()
    {
        CallActionResult result = await ExecuteAsync(new GetCallProperties(), 200, """
            {"callConnectionId":"c1","callConnectionState":"connected",
            "mediaStreamingSubscription":{"id":"m1","state":"active","subscribedContentTypes":["audio"]},
            "transcriptionSubscription":{"id":"t1","state":"inactive","subscribedResultTypes":["final","intermediate"],"locale":"en-US"}}
            """);

        result.Should().BeEquivalentTo(new CallConnectionResult(
            "c1",
            CallConnectionState.Connected,
            MediaStreaming: new MediaStreamingSubscription(SubscriptionState.Active, "m1"),
            Transcription: new TranscriptionSubscription(SubscriptionState.Inactive, "t1", "en-US", IntermediateResults: true)));
    }

    [Theory]
    [InlineData("connected", CallConnectionState.Connected)]
    [InlineData("transferring", CallConnectionState.Transferring)]
    [InlineData("transferAccepted", CallConnectionState.TransferAccepted)]
    [InlineData("disconnecting", CallConnectionState.Disconnecting)]
    [InlineData("disconnected", CallConnectionState.Disconnected)]
    [InlineData("unknown", CallConnectionState.Unknown)]
    [InlineData("novelty", CallConnectionState.Unknown)]
    public async Task GetCallProperties_InAnyState_TellsIt(string wire, CallConnectionState state)
    {
        CallActionResult result = await ExecuteAsync(new GetCallProperties(), 200, $$"""{"callConnectionId":"c1","serverCallId":"s1","callConnectionState":"{{wire}}"}""");

        result.Should().BeEquivalentTo(new CallConnectionResult("c1", state, "s1"));
    }

    [Fact]
    public async Task AddParticipant_WhenAccepted_GivesTheInvitation()
    {
        CallActionResult result = await ExecuteAsync(new AddParticipant(CallEndpoint.User("8:acs:r_u")), 202,
            """{"participant":{"identifier":{"rawId":"8:acs:r_u"},"isMuted":false},"operationContext":"op-7","invitationId":"i1"}""");

        result.Should().Be(new InvitationResult("i1", CallEndpoint.User("8:acs:r_u")));
    }

    [Fact]
    public async Task GetParticipants_OverTwoPages_GivesAll()
    {
        GatewayFixture fixture = new(FakeTransport.InOrder(
            () => FakeTransport.Json(200, """{"value":[{"identifier":{"rawId":"8:acs:r_u"},"isMuted":true}],"nextLink":"/calling/callConnections/c1/participants?skip=1&api-version=2025-05-15"}"""),
            () => FakeTransport.Json(200, """{"value":[{"identifier":{"rawId":"4:+14255550101"},"isMuted":false,"isOnHold":true},{}]}""")));

        CallActionResult result = await fixture.ExecuteAsync(new GetParticipants());

        result.Should().BeEquivalentTo(new ParticipantsResult(
            [new(CallEndpoint.User("8:acs:r_u"), IsMuted: true), new(CallEndpoint.Phone("+14255550101"), IsOnHold: true)]));
        fixture.Transport.Requests[1].Uri.PathAndQuery.Should().Be("/calling/callConnections/c1/participants?skip=1&api-version=2025-05-15");
    }

    [Theory]
    [InlineData("https://elsewhere.example/steal")]
    [InlineData("//elsewhere.example/steal")]
    [InlineData("https://localhost:8080/other-scheme")]
    public async Task GetParticipants_WithALinkToElsewhere_DoesNotFollowIt(string link)
    {
        GatewayFixture fixture = new(FakeTransport.Always(200, $$"""{"value":[],"nextLink":"{{link}}"}"""));

        Func<Task> get = () => fixture.ExecuteAsync(new GetParticipants());

        await get.Should().ThrowAsync<CallActionException>().WithMessage("*leads away*");
        fixture.Transport.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task GetParticipants_WithoutEnd_GivesUp()
    {
        GatewayFixture fixture = new(FakeTransport.Always(200, """{"value":[],"nextLink":"/calling/next"}"""));

        Func<Task> get = () => fixture.ExecuteAsync(new GetParticipants());

        await get.Should().ThrowAsync<CallActionException>().WithMessage("*more than 50 pages*");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task HangUpCall_OfACallThatHasEnded_IsSuccess(bool forEveryone)
    {
        (await ExecuteAsync(new HangUpCall(forEveryone), 404, NotFound)).Should().Be(new ActionAccepted());
    }

    [Theory]
    [InlineData(404, """{"error":{"code":"8523","message":"Other."}}""")]
    [InlineData(400, NotFound)]
    public async Task HangUpCall_ThatFailsOtherwise_IsAnError(int status, string body)
    {
        CallActionException error = await FailAsync(new HangUpCall(ForEveryone: true), status, body);

        error.Status.Should().Be(status);
    }

    [Theory]
    [InlineData("active", RecordingState.Active)]
    [InlineData("inactive", RecordingState.Inactive)]
    public async Task GetRecordingState_OfARecording_TellsIt(string wire, RecordingState state)
    {
        GatewayFixture fixture = new(FakeTransport.Always(200, $$"""{"recordingId":"r1","recordingState":"{{wire}}"}"""));

        (await fixture.ExecuteAsync(new GetRecordingState("r1"))).Should().Be(new RecordingResult("r1", state));
    }

    [Fact]
    public async Task StopRecording_OfOneThatHasEnded_IsSuccess()
    {
        GatewayFixture fixture = new(FakeTransport.Always(404, NotFound));

        (await fixture.ExecuteAsync(new StopRecording("r1"))).Should().Be(new ActionAccepted());
    }

    [Fact]
    public async Task Play_InACallThatHasEnded_TellsTheServicesError()
    {
        CallActionException error = await FailAsync(new Play(["Hello"]), 404, NotFound);

        error.Error.Should().Be(new CallActionError("Play", 404, "8522", 8522, "Call not found."));
    }

    [Theory]
    [InlineData(502, "<html>Bad gateway</html>", "The service answered 502 Bad Gateway.")]
    [InlineData(400, "", "The service answered 400 Bad Request.")]
    [InlineData(400, "{}", "The service answered 400 Bad Request.")]
    public async Task Error_WithoutTheServicesBody_TellsTheStatus(int status, string body, string message)
    {
        CallActionException error = await FailAsync(new CancelAllMedia(), status, body);

        error.Error.Should().Be(new CallActionError("CancelAllMedia", status, null, null, message));
    }

    [Fact]
    public async Task Error_WithACodeThatIsNoNumber_KeepsItAsText()
    {
        CallActionException error = await FailAsync(new Play(["Hello"]), 401, """{"error":{"code":"Denied","message":"No."}}""");

        (error.Code, error.SubCode).Should().Be(("Denied", (int?)null));
    }

    [Fact]
    public async Task Error_ThatRepeatsTheRingingCallsToken_IsShownWithoutIt()
    {
        CallActionException error = await FailAsync(new AnswerCall("very-secret-context"), 400, """{"error":{"code":"8523","message":"Bad very-secret-context given."}}""");

        error.ToString().Should().NotContain("very-secret-context");
        error.Error.Message.Should().Be("Bad [incoming call context] given.");
    }

    [Fact]
    public async Task Error_OfTransientStatus_IsRetriedAndThenTold()
    {
        GatewayFixture fixture = new(FakeTransport.Always(503), options => options.MaxRetries = 2);

        Func<Task> play = () => fixture.ExecuteAsync(new Play(["Hello"]));

        (await play.Should().ThrowAsync<CallActionException>()).Which.Error.IsTransient.Should().BeTrue();
        fixture.Transport.Requests.Should().HaveCount(3);
    }

    [Fact]
    public async Task Service_ThatCannotBeReached_GivesStatusZero()
    {
        GatewayFixture fixture = new(new FakeTransport(_ => throw new HttpRequestException(HttpRequestError.ConnectionError, "connection refused")), options => options.MaxRetries = 1);

        Func<Task> play = () => fixture.ExecuteAsync(new Play(["Hello"]));

        CallActionException error = (await play.Should().ThrowAsync<CallActionException>()).Which;
        error.Status.Should().Be(0);
        error.Error.MayHaveHappened.Should().BeFalse("nothing was ever sent");
        error.Message.Should().Contain("could not be reached").And.Contain("connection refused");
        fixture.Transport.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Caller_WhoGivesUp_GetsACancellation()
    {
        using CancellationTokenSource stop = new();
        GatewayFixture fixture = new(new FakeTransport(_ =>
        {
            stop.Cancel();
            throw new OperationCanceledException(stop.Token);
        }));
        CallActionRequest request = new("flow-1", "c1", new Play(["Hello"]), "op-7", Guid.Empty, DateTimeOffset.UnixEpoch);

        Func<Task> play = () => fixture.Gateway.ExecuteAsync(request, stop.Token);

        await play.Should().ThrowAsync<OperationCanceledException>();
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("""{"callConnectionState":"connecting"}""")]
    public async Task Success_WithAnUnusableBody_IsAnError(string body)
    {
        CallActionException error = await FailAsync(new GetCallProperties(), 200, body);

        error.Message.Should().Contain("answer can't be used");
        error.Status.Should().Be(200);
    }

    [Fact]
    public async Task Answer_ThatIsTooLong_IsNotRead()
    {
        CallActionException error = await FailAsync(new GetCallProperties(), 200, $$"""{"callConnectionId":"{{new string('x', 1 << 20)}}"}""");

        error.Message.Should().Contain("longer than 1048576 bytes");
    }

    private static Task<CallActionResult> ExecuteAsync(CallAction action, int status, string? body) =>
        new GatewayFixture(FakeTransport.Always(status, body), options => options.MaxRetries = 0).ExecuteAsync(action);

    private static async Task<CallActionException> FailAsync(CallAction action, int status, string? body)
    {
        Func<Task> execute = () => ExecuteAsync(action, status, body);
        return (await execute.Should().ThrowAsync<CallActionException>()).Which;
    }
}
