using CallFlows.Actions;
using CallFlows.CallAutomation.Tests.Support;
using CallFlows.Endpoints;
using CallFlows.Protocol.Rest;
using CallFlows.Recognition;

namespace CallFlows.CallAutomation.Tests.Gateway;

/// <summary>Requests whose fate nobody knows: those with a repeatability id are sent again, the others are not.</summary>
public sealed class GatewayDoubtTests
{
    private static readonly Recognize Ask = new() { Kind = RecognitionKind.Dtmf, MaxTones = 1, Participant = CallEndpoint.Phone("+14255550123") };

    public static TheoryData<HttpRequestError> ErrorsAfterSending =>
        [HttpRequestError.ResponseEnded, HttpRequestError.InvalidResponse, HttpRequestError.HttpProtocolError, HttpRequestError.Unknown];

    public static TheoryData<HttpRequestError> ErrorsBeforeSending =>
        [HttpRequestError.ConnectionError, HttpRequestError.NameResolutionError, HttpRequestError.SecureConnectionError, HttpRequestError.ProxyTunnelError];

    [Theory]
    [MemberData(nameof(ErrorsAfterSending))]
    public async Task Play_ItsConnectionBreaksAfterSending_IsNotSentAgain(HttpRequestError how)
    {
        GatewayFixture fixture = new(new FakeTransport(_ => throw new HttpRequestException(how, "broken")));

        CallActionException error = await FailAsync(fixture, new Play(["Hello"]));

        error.Error.MayHaveHappened.Should().BeTrue();
        fixture.Transport.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task Play_NoAnswerInTime_IsNotSentAgain()
    {
        GatewayFixture fixture = new(new FakeTransport(_ => throw new TaskCanceledException("no answer in time")));

        CallActionException error = await FailAsync(fixture, new Play(["Hello"]));

        error.Error.MayHaveHappened.Should().BeTrue();
        fixture.Transport.Requests.Should().ContainSingle();
    }

    [Theory]
    [InlineData(408)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Recognize_AnswerLeavesItOpen_IsNotSentAgain(int status)
    {
        GatewayFixture fixture = new(FakeTransport.Always(status));

        CallActionException error = await FailAsync(fixture, Ask);

        error.Error.Should().Match<CallActionError>(e => e.MayHaveHappened && e.Status == status);
        fixture.Transport.Requests.Should().ContainSingle();
    }

    [Theory]
    [MemberData(nameof(ErrorsBeforeSending))]
    public async Task Play_NoConnectionComesAbout_IsSentAgain(HttpRequestError how)
    {
        GatewayFixture fixture = new(FakeTransport.InOrder(
            () => throw new HttpRequestException(how, "no connection"), () => FakeTransport.Json(202, null)));

        (await fixture.ExecuteAsync(new Play(["Hello"]))).Should().Be(new ActionAccepted());

        fixture.Transport.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Play_TurnedAwayUndone_IsSentAgain(int status)
    {
        GatewayFixture fixture = new(FakeTransport.InOrder(() => FakeTransport.Json(status, null), () => FakeTransport.Json(202, null)));

        (await fixture.ExecuteAsync(new Play(["Hello"]))).Should().Be(new ActionAccepted());

        fixture.Transport.Requests.Should().HaveCount(2);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Play_TurnedAwayUndoneForTooLong_HasCertainlyNotHappened(int status)
    {
        GatewayFixture fixture = new(FakeTransport.Always(status), options => options.MaxRetries = 1);

        CallActionException error = await FailAsync(fixture, new Play(["Hello"]));

        error.Error.MayHaveHappened.Should().BeFalse();
        fixture.Transport.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task Play_BreaksAfterARefusedConnection_IsInDoubt()
    {
        GatewayFixture fixture = new(FakeTransport.InOrder(
            () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken")));

        CallActionException error = await FailAsync(fixture, new Play(["Hello"]));

        error.Error.MayHaveHappened.Should().BeTrue();
        fixture.Transport.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task TransferCall_ItsConnectionBreaks_IsTheSameRequestAgain()
    {
        GatewayFixture fixture = new(FakeTransport.InOrder(
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken"),
            () => FakeTransport.Json(500, null),
            () => FakeTransport.Json(202, """{"operationContext":"op-7"}""")));

        (await fixture.ExecuteAsync(new TransferCall(CallEndpoint.User("8:acs:r_u")))).Should().Be(new ActionAccepted());

        fixture.Transport.Requests.Select(request => request.Header(WireHeaders.RepeatabilityRequestId))
            .Should().Equal(GatewayFixture.RepeatabilityId, GatewayFixture.RepeatabilityId, GatewayFixture.RepeatabilityId);
    }

    [Fact]
    public async Task CancelAllMedia_ItsConnectionBreaks_IsSentAgain()
    {
        GatewayFixture fixture = new(FakeTransport.InOrder(
            () => throw new HttpRequestException(HttpRequestError.ResponseEnded, "broken"), () => FakeTransport.Json(202, null)));

        (await fixture.ExecuteAsync(new CancelAllMedia())).Should().Be(new ActionAccepted(), "doing it twice comes to the same");
    }

    private static async Task<CallActionException> FailAsync(GatewayFixture fixture, CallAction action)
    {
        Func<Task> execute = () => fixture.ExecuteAsync(action);
        return (await execute.Should().ThrowAsync<CallActionException>()).Which;
    }
}
