using CallFlows.Actions;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Endpoints;
using CallFlows.Streams;

namespace CallFlows.Functions.Tests.Gateway;

/// <summary>The gateway over the official client makes the same of an answer as the one over REST.</summary>
public sealed class SdkAnswerTests
{
    private const string NotFound = """{"error":{"code":"8522","message":"Call not found."}}""";
    private const string SecondPage = "/calling/callConnections/c1/participants?skip=1&api-version=2025-05-15";

    /// <summary>Action by sample, status, body.</summary>
    public static TheoryData<string, int, string?> Answers => new()
    {
        { "create: to a phone", 201, """{"callConnectionId":"c9","callConnectionState":"connecting","source":{"rawId":"8:acs:r_a"},"targets":[{"rawId":"4:+14255550101"}],"correlationId":"r1","answeredBy":{"id":"8:acs:r_b"}}""" },
        { "create: to a phone", 200, """{"callConnectionId":"c9"}""" },
        { "create: to a phone", 201, """{"callConnectionState":"connecting"}""" },
        { "create: to a phone", 400, """{"error":{"code":"8523","message":"Can't call +14255550101."}}""" },
        { "properties", 200, "not json" },
        { "properties", 200, "[]" },
        { "properties", 200, "null" },
        { "properties", 200, "" },
        { "properties", 404, NotFound },
        { "participants", 200, """{"value":[{"identifier":{"rawId":"8:acs:r_u"},"isMuted":true},{"identifier":{"rawId":"4:+14255550101"},"isOnHold":true},{}]}""" },
        { "participants", 403, """{"error":{"code":"7504","message":"No."}}""" },
        { "participant", 200, """{"identifier":{"rawId":"4:+14255550101"},"isMuted":true}""" },
        { "participant", 200, "{}" },
        { "add: a user", 202, """{"participant":{"identifier":{"rawId":"8:acs:r_u"}},"operationContext":"op-7","invitationId":"i1"}""" },
        { "record: the usual", 200, """{"recordingId":"r1","recordingState":"active"}""" },
        { "record: the usual", 202, """{"recordingId":"r1","recordingState":"inactive"}""" },
        { "recording's state", 200, """{"recordingId":"r1","recordingState":"novelty"}""" },
        { "hang up: for everyone", 404, NotFound },
        { "hang up: for the application", 404, NotFound },
        { "hang up: for everyone", 404, """{"error":{"code":"8523","message":"Other."}}""" },
        { "stop recording", 404, NotFound },
        { "play: a text to all", 404, NotFound },
        { "play: a text to all", 401, """{"error":{"code":"Denied","message":"No."}}""" },
        { "play: a text to all", 202, "nobody reads this" },
        { "play: a text to all", 504, null },
        { "transfer: to a user", 202, "not json" },
        { "cancel all media", 502, "<html>Bad gateway</html>" },
        { "cancel all media", 400, null },
        { "cancel all media", 302, null },
        { "answer", 400, """{"error":{"code":"8523","message":"Bad context ringing given."}}""" },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task Answer_ToAnAction_MeansWhatItMeansOverRest(string sample, int status, string? body)
    {
        CallAction action = ActionSamples.Sent[sample];
        TwoGateways gateways = new(() => FakeTransport.Always(status, body), options => options.MaxRetries = 0);

        (CallActionResult? result, CallActionError? error) = await OutcomeAsync(() => gateways.SdkAsync(action));

        (CallActionResult? restResult, CallActionError? restError) = await OutcomeAsync(() => gateways.RestAsync(action));
        TwoGateways.TextOf(result).Should().Be(TwoGateways.TextOf(restResult));
        error.Should().Be(restError);
        gateways.Client.Requests.Should().ContainSingle();
        gateways.Fallback.Requests.Should().BeEmpty();
    }

    [Fact]
    public async Task GetCallProperties_OfACallWithStreams_TellsThem()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(200, """
            {"callConnectionId":"c1","callConnectionState":"connected",
            "transcriptionSubscription":{"id":"t1","state":"active","subscribedResultTypes":["intermediate"],"locale":"en-US"}}
            """));

        CallActionResult result = await gateways.SdkAsync(new GetCallProperties());

        result.Should().BeEquivalentTo(new CallConnectionResult(
            "c1", CallConnectionState.Connected, Transcription: new TranscriptionSubscription(SubscriptionState.Active, "t1", "en-US", IntermediateResults: true)));
    }

    [Fact]
    public async Task GetParticipants_OverTwoPages_GivesAll()
    {
        TwoGateways gateways = new(() => new FakeTransport(sent => FakeTransport.Json(200, sent.Uri.PathAndQuery == SecondPage
            ? """{"value":[{"identifier":{"rawId":"4:+14255550101"},"isOnHold":true}]}"""
            : $$"""{"value":[{"identifier":{"rawId":"8:acs:r_u"},"isMuted":true}],"nextLink":"{{SecondPage}}"}""")));

        CallActionResult result = await gateways.SdkAsync(new GetParticipants());

        result.Should().BeEquivalentTo(new ParticipantsResult(
            [new(CallEndpoint.User("8:acs:r_u"), IsMuted: true), new(CallEndpoint.Phone("+14255550101"), IsOnHold: true)]));
        gateways.Client.Requests.Should().ContainSingle("the client has no method for the second page");
        gateways.Fallback.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData("/calling/next", "*more than 50 pages*")]
    [InlineData("https://elsewhere.example/steal", "*leads away*")]
    public async Task GetParticipants_WithALinkThatLeadsNowhere_GivesUp(string link, string message)
    {
        TwoGateways gateways = new(() => FakeTransport.Always(200, $$"""{"value":[],"nextLink":"{{link}}"}"""));

        Func<Task> get = () => gateways.SdkAsync(new GetParticipants());

        await get.Should().ThrowAsync<CallActionException>().WithMessage(message);
    }

    [Fact]
    public async Task Error_ThatRepeatsTheRingingCallsToken_IsShownWithoutIt()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(400, """{"error":{"code":"8523","message":"Bad very-secret-context given."}}"""));

        Func<Task> answer = () => gateways.SdkAsync(new AnswerCall("very-secret-context"));

        CallActionException error = (await answer.Should().ThrowAsync<CallActionException>()).Which;
        error.ToString().Should().NotContain("very-secret-context");
        error.Error.Should().Be(new CallActionError("AnswerCall", 400, "8523", 8523, "Bad [incoming call context] given."));
    }

    [Fact]
    public async Task Answer_ThatIsTooLong_IsNotRead()
    {
        TwoGateways gateways = new(() => FakeTransport.Always(200, $$"""{"callConnectionId":"{{new string('x', 1 << 20)}}"}"""));

        Func<Task> get = () => gateways.SdkAsync(new GetCallProperties());

        await get.Should().ThrowAsync<CallActionException>().WithMessage("*longer than 1048576 bytes*");
    }

    private static async Task<(CallActionResult? Result, CallActionError? Error)> OutcomeAsync(Func<Task<CallActionResult>> execute)
    {
        try
        {
            return (await execute(), null);
        }
        catch (CallActionException refused)
        {
            return (null, refused.Error);
        }
    }
}
